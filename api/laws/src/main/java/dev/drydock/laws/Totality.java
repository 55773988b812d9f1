package dev.drydock.laws;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.control.Option;
import io.vavr.control.Try;

/**
 * Law 12: a transform has an answer for every file. It throws nothing and gives no {@code null}, none of the functions
 * that it is made of does so, and what it gives begins with the very file that it was given.
 */
final class Totality {

  private static final String LAW = "12 totality";
  private static final String FAILED = "transform/failed";

  private Totality() {}

  static Rewrite check(Transform transform, Dockerfile dockerfile) {
    Try<Rewrite> answer = Try.of(() -> transform.apply(dockerfile));
    if (answer.isFailure()) {
      AssertionError broken = Broken.law(LAW, dockerfile.text(), "It throws " + answer.getCause());
      broken.initCause(answer.getCause());
      throw broken;
    }
    if (answer.get() == null) {
      throw Broken.law(LAW, dockerfile.text(), "It gives null.");
    }
    Rewrite rewrite = answer.get();
    if (rewrite.before() != dockerfile) {
      throw Broken.law(LAW, rewrite, "Its before() is not the file that was given, but another one.");
    }
    Option<Note> failed = rewrite.notes().find(note -> note.rule().equals(FAILED));
    if (failed.isDefined()) {
      throw Broken.law(LAW, rewrite, "A function failed: " + failed.get().reason());
    }
    return rewrite;
  }
}
