package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.fact.CacheLocation;
import io.vavr.control.Option;

/** A rule that declines a mount because it cannot be told where the cache lies, or whose it is. */
public interface LocationObjection extends Objection {

  /** What is unknown where this rule declines. */
  CacheLocation.Cause cause();

  /** Why the cache is not mounted; none where this is not what is unknown of it. */
  default Option<Finding> to(CacheLocation.Unknown unknown) {
    return unknown.cause() == cause()
        ? Option.some(Finding.kept(rule(), unknown.subject(), unknown.reason()))
        : Option.none();
  }
}
