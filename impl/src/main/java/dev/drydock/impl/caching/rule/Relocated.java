package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.fact.CacheLocation;

/** A variable, an option or a configuration puts the cache where it cannot be told (hazard 6). */
final class Relocated implements LocationObjection {

  @Override
  public String rule() {
    return "mount-cache/*/relocated";
  }

  @Override
  public CacheLocation.Cause cause() {
    return CacheLocation.Cause.MOVED;
  }
}
