package dev.drydock.laws;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.Rewrite;

/** Law 7: the text edits, ascending and apart, give the file after; undoing gives the file before, byte for byte. */
final class Reversal {

  private static final String LAW = "7 reversibility";

  private Reversal() {}

  static void check(Rewrite rewrite) {
    Dockerfile before = rewrite.before();
    Dockerfile after = rewrite.after();
    int end = 0;
    for (TextEdit edit : rewrite.edits()) {
      if (edit.start() < end || edit.end() < edit.start() || edit.end() > before.text().length()) {
        throw Broken.law(LAW, rewrite, "The edits overlap or leave the text: " + rewrite.edits());
      }
      end = edit.end();
    }
    if (!TextEdit.apply(before.text(), rewrite.edits()).equals(after.text())) {
      throw Broken.law(LAW, rewrite, "The edits give something else: " + rewrite.edits());
    }
    if (rewrite.edits().isEmpty() == rewrite.changed()) {
      throw Broken.law(LAW, rewrite, "There are edits exactly where something changed: " + rewrite.edits());
    }
    Rewrite back = rewrite.undo();
    if (back.before() != after || !back.after().equals(before)) {
      throw Broken.law(LAW, rewrite, "Undone it is:\n" + Broken.visible(back.after().text()));
    }
    if (!TextEdit.apply(after.text(), back.edits()).equals(before.text())) {
      throw Broken.law(LAW, rewrite, "The edits back give something else: " + back.edits());
    }
  }
}
