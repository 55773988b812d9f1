package dev.drydock.impl.caching.rule;

import io.vavr.control.Option;

/** A rule that says what is wrong with where a cache is mounted, or for whom: another mount should be in its place. */
public interface MountFault {

  /** Its id, with a star for the package manager. */
  String rule();

  /** What is wrong with a mount; none where it is not this. */
  Option<String> of(StandingMount standing);
}
