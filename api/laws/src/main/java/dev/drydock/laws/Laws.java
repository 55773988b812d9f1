package dev.drydock.laws;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;

/**
 * The laws as plain checks, one method a law, for any transform on any file. Each throws an {@link AssertionError}
 * that names the law and shows the file. What a transform itself throws breaks law 12, and passes through the others.
 */
public final class Laws {

  private Laws() {}

  /** Every law that speaks of one transform; the rewrite that was checked. */
  public static Rewrite check(Transform transform, Dockerfile dockerfile) {
    Rewrite rewrite = checkComposition(transform, dockerfile);
    Repetition.check(transform, rewrite);
    return rewrite;
  }

  /** Every law that a composition keeps which does not promise idempotence; the rewrite that was checked. */
  public static Rewrite checkComposition(Transform transform, Dockerfile dockerfile) {
    Rewrite rewrite = Totality.check(transform, dockerfile);
    checkRewrite(rewrite);
    Composition.identity(transform, dockerfile);
    Composition.associativity(transform, dockerfile);
    Determinism.check(transform, rewrite);
    return rewrite;
  }

  /** Every law that one rewrite shows by itself. */
  public static void checkRewrite(Rewrite rewrite) {
    SameInstance.check(rewrite);
    Locality.check(rewrite);
    Reparse.check(rewrite);
    Reversal.check(rewrite);
    ProblemsKept.check(rewrite);
    Conservation.check(rewrite);
    Meaning.check(rewrite);
    Choice.check(rewrite);
  }

  /** Law 1: the identity before or behind a transform changes neither the file nor the notes. */
  public static void identity(Transform transform, Dockerfile dockerfile) {
    Composition.identity(transform, dockerfile);
  }

  /** Law 1: how steps are grouped changes neither the file nor the notes. */
  public static void associativity(Transform transform, Dockerfile dockerfile) {
    Composition.associativity(transform, dockerfile);
  }

  /** Law 2: a file is unchanged exactly where it is the same instance. */
  public static void sameInstance(Transform transform, Dockerfile dockerfile) {
    SameInstance.check(transform.apply(dockerfile));
  }

  /** Law 3: the second time nothing changes. */
  public static void idempotence(Transform transform, Dockerfile dockerfile) {
    Repetition.check(transform, transform.apply(dockerfile));
  }

  /** Law 3, where the first run has been made already. */
  public static void idempotence(Transform transform, Rewrite first) {
    Repetition.check(transform, first);
  }

  /** Law 4: constructs without a note of change are the same instances, in the same order, with nothing new between. */
  public static void locality(Transform transform, Dockerfile dockerfile) {
    Locality.check(transform.apply(dockerfile));
  }

  /** Law 5: any text is read without loss, into constructs that are read again as themselves. */
  public static void losslessText(String text) {
    Lossless.text(text);
  }

  /** Law 5: any bytes come back from reading and writing. */
  public static void losslessBytes(byte[] bytes) {
    Lossless.bytes(bytes);
  }

  /** Law 5: a file comes back from reading and writing, and nothing is left beside it. */
  public static void losslessFile(byte[] bytes) {
    Lossless.file(bytes);
  }

  /** Law 6: the text after, read again, gives the file after. */
  public static void reparseStability(Transform transform, Dockerfile dockerfile) {
    Reparse.check(transform.apply(dockerfile));
  }

  /** Law 7: the text edits give the file after, and undoing gives the file before, byte for byte. */
  public static void reversibility(Transform transform, Dockerfile dockerfile) {
    Reversal.check(transform.apply(dockerfile));
  }

  /** Law 8: two transforms give the same text in either order. */
  public static void commutation(Transform first, Transform second, Dockerfile dockerfile) {
    Composition.commutation(first, second, dockerfile);
  }

  /** Law 9: a file has no problem after that it had not before, by kind and originating construct. */
  public static void noNewProblems(Transform transform, Dockerfile dockerfile) {
    ProblemsKept.check(transform.apply(dockerfile));
  }

  /** Law 10: line endings, escape character, byte order mark and encoding stay. */
  public static void conservation(Transform transform, Dockerfile dockerfile) {
    Conservation.check(transform.apply(dockerfile));
  }

  /** Law 11: several threads that rewrite one value at the same time all get the same. */
  public static void determinism(Transform transform, Dockerfile dockerfile) {
    Determinism.check(transform, transform.apply(dockerfile));
  }

  /** Law 12: it throws nothing, gives no null, no function of it fails, and it begins with the file that was given. */
  public static void totality(Transform transform, Dockerfile dockerfile) {
    Totality.check(transform, dockerfile);
  }

  /** Law 13: what no note gives a reason for means the same as before, to BuildKit and in comments. */
  public static void meaning(Transform transform, Dockerfile dockerfile) {
    Meaning.check(transform.apply(dockerfile));
  }

  /** Law 14: all changes are the rewrite, none leave the file alone, and undone twice it is itself. */
  public static void choice(Transform transform, Dockerfile dockerfile) {
    Choice.check(transform.apply(dockerfile));
  }
}
