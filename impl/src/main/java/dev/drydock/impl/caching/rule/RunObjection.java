package dev.drydock.impl.caching.rule;

import io.vavr.control.Option;

/** A rule that may decline every mount of a package manager's caches in a RUN, before any directory is looked at. */
public interface RunObjection extends Objection {

  /** Why nothing is mounted; none where this rule has nothing against it. */
  Option<Finding> to(Candidate candidate);
}
