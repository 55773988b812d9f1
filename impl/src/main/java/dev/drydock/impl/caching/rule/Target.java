package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.fact.CacheLocation;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The package manager keeps its cache elsewhere in the RUN, by its own settings or those of the image. */
public final class Target implements MountFault {

  @Override
  public String rule() {
    return "repair-cache-mounts/*/target";
  }

  @Override
  public Option<String> of(StandingMount standing) {
    Vector<CacheLocation> locations = standing.holds() ? Vector.empty() : standing.locations();
    return locations.isEmpty() || standing.path().isEmpty()
        ? Option.none()
        : Option.some(
            standing.manager().name()
                + " does not use the mount: in this RUN its cache is "
                + locations.map(CacheLocation::path).mkString(" and "));
  }
}
