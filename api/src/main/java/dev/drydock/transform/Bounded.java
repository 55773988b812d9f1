package dev.drydock.transform;

import dev.drydock.dockerfile.Dockerfile;

/** A transform that leaves files alone which are beyond a budget. */
record Bounded(Transform transform, Budget budget) implements Transform {

  private static final String RULE = "file/beyond-budget";

  @Override
  public String name() {
    return transform.name() + ".within(…)";
  }

  @Override
  public Rewrite apply(Dockerfile dockerfile) {
    return budget
        .excess(dockerfile)
        .map(
            excess ->
                Rewrite.unchanged(dockerfile)
                    .noting(Note.of(Note.Kind.KEPT, RULE, dockerfile, 0, "", excess + ", so nothing in it is touched")))
        .getOrElse(() -> Attempt.rewrite(transform, dockerfile));
  }

  @Override
  public String toString() {
    return name();
  }
}
