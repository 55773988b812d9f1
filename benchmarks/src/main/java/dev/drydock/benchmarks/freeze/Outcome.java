package dev.drydock.benchmarks.freeze;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.util.List;

/**
 * What one transform made of one Dockerfile.
 *
 * @param text the text afterwards
 * @param notes what was noted, in the order in which it was said
 */
record Outcome(String text, List<NoteParts> notes) {

  /**
   * A note, part by part.
   *
   * @param decision line, kind, rule and subject
   * @param reason the wording
   */
  record NoteParts(String decision, String reason) {

    static NoteParts of(Note note) {
      return new NoteParts(
          "line " + note.line() + ": " + note.kind() + " [" + note.rule() + "] " + note.subject(), note.reason());
    }
  }

  /** What comes out, or the exception: a transform throws nothing, and where one does it must be seen. */
  static Outcome of(Transform transform, Dockerfile dockerfile) {
    try {
      Rewrite rewrite = transform.apply(dockerfile);
      return new Outcome(rewrite.after().text(), rewrite.notes().map(NoteParts::of).toJavaList());
    } catch (RuntimeException | StackOverflowError e) {
      return new Outcome("threw " + e, List.of());
    }
  }

  List<String> decisions() {
    return notes.stream().map(NoteParts::decision).toList();
  }

  List<String> reasons() {
    return notes.stream().map(NoteParts::reason).toList();
  }
}
