package dev.drydock.laws;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import io.vavr.collection.Vector;

/**
 * Law 14: a rewrite can be taken in part. All of its changes are the rewrite, and none leave the file alone; the text
 * edits of all notes together give the file after; undone twice it is itself.
 */
final class Choice {

  private static final String LAW = "14 choice";

  private Choice() {}

  static void check(Rewrite rewrite) {
    if (!rewrite.only(note -> true).equals(rewrite)) {
      throw Broken.law(LAW, rewrite, "With all of its notes it is another rewrite: " + rewrite.only(note -> true));
    }
    Rewrite none = rewrite.only(note -> false);
    if (none.changed() || !none.notes().isEmpty()) {
      throw Broken.law(LAW, rewrite, "With none of its notes it still changes or says something: " + none);
    }
    Vector<TextEdit> edits =
        rewrite.notes(Note.Kind.CHANGED).flatMap(rewrite::edits).distinct().sortBy(TextEdit::start).toVector();
    if (!TextEdit.apply(rewrite.before().text(), edits).equals(rewrite.after().text())) {
      throw Broken.law(LAW, rewrite, "The text edits of its notes give something else: " + edits);
    }
    back(rewrite);
  }

  private static void back(Rewrite rewrite) {
    Rewrite back = rewrite.undo();
    if (!back.undo().equals(rewrite)) {
      throw Broken.law(LAW, rewrite, "Undone twice it is another rewrite: " + back.undo());
    }
    if (!reasons(back).equals(reasons(rewrite))) {
      throw Broken.law(LAW, rewrite, "The way back has other notes: " + back.explain());
    }
    Locality.check(back);
    Dockerfile left = back.only(note -> false).after();
    if (left != rewrite.after()) {
      throw Broken.law(LAW, rewrite, "The way back with none of its notes changes something: " + left);
    }
  }

  private static Vector<String> reasons(Rewrite rewrite) {
    return rewrite.notes().map(note -> note.kind() + note.rule() + note.subject() + note.reason()).distinct().sorted();
  }
}
