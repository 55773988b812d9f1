package dev.drydock.laws;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Law 4: constructs without a note of change are the same instances, in the same order, and nothing new stands
 * between two of them that were neighbours.
 */
final class Locality {

  private static final String LAW = "4 locality";

  private Locality() {}

  static void check(Rewrite rewrite) {
    Dockerfile before = rewrite.before();
    Dockerfile after = rewrite.after();
    lines(rewrite);
    if (!rewrite.changed()) {
      return;
    }
    Set<Integer> noted =
        rewrite.notes(Note.Kind.CHANGED).toJavaStream().map(Note::line).collect(Collectors.toSet());
    int behind = 0;
    boolean neighbours = true;
    int index = 0;
    for (Construct construct : before.constructs()) {
      if (changed(before, index++, noted)) {
        neighbours = false;
        continue;
      }
      if (!after.contains(construct)) {
        throw Broken.law(LAW, rewrite, "No note says that this changed: " + construct);
      }
      int place = after.index(construct);
      if (place < behind || (neighbours && place > behind)) {
        throw Broken.law(LAW, rewrite, "Something was moved or added without a note before: " + construct);
      }
      behind = place + 1;
      neighbours = true;
    }
    if (neighbours && behind < after.constructs().size()) {
      throw Broken.law(LAW, rewrite, "Something was added at the end without a note.");
    }
  }

  /** Whether a note of change is on a line of the construct. */
  private static boolean changed(Dockerfile before, int index, Set<Integer> noted) {
    int last = index + 1 == before.constructs().size() ? Integer.MAX_VALUE : before.lineAt(index + 1) - 1;
    for (int line : noted) {
      if (before.lineAt(index) <= line && line <= last) {
        return true;
      }
    }
    return false;
  }

  /** Every note, of whatever kind, names the first line of a construct. */
  private static void lines(Rewrite rewrite) {
    Dockerfile before = rewrite.before();
    if (rewrite.notes().isEmpty()) {
      return;
    }
    Set<Integer> starts =
        before.constructs().toJavaStream().map(before::line).collect(Collectors.toSet());
    for (Note note : rewrite.notes()) {
      if (!starts.contains(note.line()) && !(before.constructs().isEmpty() && note.line() == 1)) {
        throw Broken.law(LAW, rewrite, "No construct of the file before begins on the line of: " + note);
      }
    }
  }
}
