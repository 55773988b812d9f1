package dev.drydock.laws;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.transform.Rewrite;

/** Law 6: the text after, read again, gives the same constructs, which say the same of themselves. */
final class Reparse {

  private static final String LAW = "6 re-parse stability";

  private Reparse() {}

  static void check(Rewrite rewrite) {
    Dockerfile after = rewrite.after();
    Dockerfile again = Dockerfile.parse(after.text());
    if (!after.constructs().equals(again.constructs())) {
      throw Broken.law(LAW, rewrite, "Read again it is: " + again.constructs().mkString(" "));
    }
    if (after.escape() != again.escape() || !after.syntax().equals(again.syntax())) {
      throw Broken.law(LAW, rewrite, "Read again it has another escape character or syntax directive.");
    }
    int i = 0;
    for (Construct construct : again.constructs()) {
      Construct ours = after.constructs().get(i++);
      if (!rewrite.before().contains(ours)
          && ours instanceof Instruction is
          && construct instanceof Instruction read) {
        views(rewrite, is, read);
      }
    }
  }

  private static void views(Rewrite rewrite, Instruction ours, Instruction again) {
    boolean same =
        ours.keyword().equals(again.keyword())
            && ours.flags().equals(again.flags())
            && ours.arguments().equals(again.arguments())
            && ours.execForm() == again.execForm()
            && ours.heredocs().equals(again.heredocs());
    if (!same) {
      throw Broken.law(LAW, rewrite, "Read again it means something else: " + ours);
    }
  }
}
