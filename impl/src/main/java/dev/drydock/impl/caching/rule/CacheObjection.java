package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.fact.CacheLocation;
import io.vavr.control.Option;

/** A rule that may decline the mount of one cache directory in a RUN. */
public interface CacheObjection extends Objection {

  /**
   * Why the cache is not mounted; none where this rule has nothing against it.
   *
   * @param before what was decided for the RUNs before this one
   */
  Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before);
}
