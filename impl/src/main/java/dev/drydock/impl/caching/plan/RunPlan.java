package dev.drydock.impl.caching.plan;

import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.MountPoint;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.rule.Decided;
import io.vavr.collection.Vector;

/**
 * The decisions for one RUN, one for each package manager.
 *
 * @param before what was decided for the RUNs before it
 */
public record RunPlan(RunFacts run, Vector<Decision> decisions, Decided before) {

  /** Whether nothing is done with it, and nothing said. */
  boolean isSilent() {
    return decisions.forAll(Decision::isSilent);
  }

  /** Whether caches are mounted there already. */
  boolean hasCaches() {
    return run.mountPoints().exists(MountPoint::isCache);
  }

  /** The paths of the caches that are to be mounted there. */
  Vector<String> toMount() {
    return decisions.flatMap(Decision::toMount).map(CacheLocation::path);
  }

  /** All that is mounted there, now or as decided. */
  Vector<String> mounted() {
    return run.mountPoints().map(MountPoint::path).appendAll(toMount());
  }

  /** Without mounts for which a removal would have to go that is needed for more than what is mounted. */
  RunPlan withoutNeeded(FileFacts file) {
    Vector<String> mounted = mounted();
    Vector<Decision> left = decisions.map(decision -> decision.withoutNeeded(file, mounted, before));
    return left.equals(decisions) ? this : new RunPlan(run, left, before).withoutNeeded(file);
  }

  /** Whether a path lies in what is mounted there, now or as decided. */
  public boolean covers(String path) {
    return decisions.exists(decision -> decision.covers(path));
  }
}
