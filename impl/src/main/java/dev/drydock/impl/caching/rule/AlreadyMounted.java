package dev.drydock.impl.caching.rule;

import dev.drydock.dockerfile.CacheMount;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.MountPoint;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.control.Option;

/** A cache is mounted there already. */
public final class AlreadyMounted implements CacheObjection {

  private static final String RULE = "mount-cache/*/already-mounted";

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    return mountAt(candidate.run(), cache.path())
        .map(
            mount ->
                Finding.kept(
                    RULE,
                    cache.path(),
                    candidate.run().mayWriteTo(mount)
                        ? "a cache is mounted there already"
                        : "a cache is mounted there already, which the RUN's user may not write to"));
  }

  private static Option<CacheMount> mountAt(RunFacts run, String path) {
    return Occupied.at(run, path)
        .map(MountPoint::mount)
        .filter(CacheMount.class::isInstance)
        .map(CacheMount.class::cast);
  }

  /** Whether a cache mount that the RUN's user may write to holds the path, lies in it, or is it. */
  public static boolean isOfUseAt(RunFacts run, String path) {
    return mountAt(run, path).exists(run::mayWriteTo);
  }

  /** What is said of a cache that another package manager's mount of the same RUN holds. */
  public static Finding byAnother(String path) {
    return Finding.kept(RULE, path, "a cache is mounted there already");
  }
}
