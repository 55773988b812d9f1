package dev.drydock.laws;

import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;

/** Law 2: a file is unchanged exactly where it is the same instance, and then no note speaks of a change. */
final class SameInstance {

  private static final String LAW = "2 unchanged is the same instance";

  private SameInstance() {}

  static void check(Rewrite rewrite) {
    boolean same = rewrite.before() == rewrite.after();
    boolean equal = rewrite.before().text().equals(rewrite.after().text());
    if (equal && !same) {
      throw Broken.law(LAW, rewrite, "The texts are equal, but the file is another instance.");
    }
    if (rewrite.changed() == equal) {
      throw Broken.law(LAW, rewrite, "changed() is " + rewrite.changed() + ".");
    }
    if (equal != rewrite.notes(Note.Kind.CHANGED).isEmpty()) {
      throw Broken.law(
          LAW, rewrite, equal ? "A note speaks of a change." : "No note speaks of the change.");
    }
    if (equal && !rewrite.diff().isEmpty()) {
      throw Broken.law(LAW, rewrite, "The diff is not empty:\n" + rewrite.diff());
    }
  }
}
