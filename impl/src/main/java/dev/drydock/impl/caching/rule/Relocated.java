package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.fact.CacheLocation;
import io.vavr.control.Option;

/** A variable, an option or a configuration puts the cache where it cannot be told (hazard 6). */
final class Relocated implements LocationObjection {

  @Override
  public String rule() {
    return "mount-cache/*/relocated";
  }

  @Override
  public Option<Finding> to(CacheLocation.Unknown unknown) {
    return unknown.cause() == CacheLocation.Cause.MOVED
        ? Option.some(Finding.kept(rule(), unknown.subject(), unknown.reason()))
        : Option.none();
  }
}
