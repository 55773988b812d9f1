package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.fact.CacheLocation;
import io.vavr.control.Option;

/** The user whose cache it would be is not known, or may not use it (hazard 5). */
final class CacheUser implements LocationObjection {

  @Override
  public String rule() {
    return "mount-cache/*/user";
  }

  @Override
  public Option<Finding> to(CacheLocation.Unknown unknown) {
    return unknown.cause() == CacheLocation.Cause.USER
        ? Option.some(Finding.kept(rule(), unknown.subject(), unknown.reason()))
        : Option.none();
  }
}
