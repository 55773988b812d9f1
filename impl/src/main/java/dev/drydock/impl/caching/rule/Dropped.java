package dev.drydock.impl.caching.rule;

/** A defeater is taken out of a RUN whose cache is mounted. */
public final class Dropped {

  private Dropped() {}

  /** What there is to say of it. */
  public static Finding of(String subject, Defeater defeater) {
    return Finding.changed("drop-cache-defeaters/*/dropped", subject, defeater.reason());
  }
}
