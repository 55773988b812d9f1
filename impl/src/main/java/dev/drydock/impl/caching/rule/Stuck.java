package dev.drydock.impl.caching.rule;

/** A defeater stays in a RUN whose cache is mounted, since the shell text around it needs a command there. */
public final class Stuck {

  private Stuck() {}

  /** What there is to say of it. */
  public static Finding of(String subject, Defeater defeater) {
    return Finding.kept(
        "drop-cache-defeaters/*/stuck", subject, defeater.reason() + ", but it cannot be taken out from where it stands");
  }
}
