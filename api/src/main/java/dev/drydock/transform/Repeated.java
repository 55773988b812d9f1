package dev.drydock.transform;

import dev.drydock.dockerfile.Dockerfile;

/** A transform that is applied until nothing changes any more. */
record Repeated(Transform transform, int rounds) implements Transform {

  private static final String RULE = "until-stable/restless";

  @Override
  public String name() {
    return transform.name() + ".untilStable()";
  }

  @Override
  public Rewrite apply(Dockerfile dockerfile) {
    Rewrite all = Rewrite.unchanged(dockerfile);
    for (int i = 0; i < rounds; i++) {
      Rewrite next = Attempt.rewrite(transform, all.after());
      all = all.andThen(next);
      if (!next.changed()) {
        return all;
      }
    }
    String reason = "still changing after " + rounds + " rounds, so nothing was changed at all";
    return Rewrite.unchanged(dockerfile).noting(Note.of(Note.Kind.WARNING, RULE, dockerfile, 0, "", reason));
  }

  @Override
  public String toString() {
    return name();
  }
}
