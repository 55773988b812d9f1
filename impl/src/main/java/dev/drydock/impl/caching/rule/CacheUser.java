package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.fact.CacheLocation;

/** The user whose cache it would be is not known, or may not use it (hazard 5). */
final class CacheUser implements LocationObjection {

  @Override
  public String rule() {
    return "mount-cache/*/user";
  }

  @Override
  public CacheLocation.Cause cause() {
    return CacheLocation.Cause.USER;
  }
}
