package dev.drydock.impl.caching.rule;

import dev.drydock.dockerfile.TmpfsMount;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.fact.MountPoint;
import io.vavr.control.Option;

/** Another mount is at the cache's directory, above it or below it, or one of the RUN's mounts cannot be read. */
final class Occupied implements RunObjection, CacheObjection {

  @Override
  public String rule() {
    return "mount-cache/*/occupied";
  }

  @Override
  public Option<Finding> to(Candidate candidate) {
    return candidate.run().run().mounts().size() < candidate.run().run().mountFlags().size()
        ? Option.some(Finding.kept(rule(), candidate.subject(), "one of its mounts cannot be read"))
        : Option.none();
  }

  @Override
  public Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    return at(candidate.run(), cache.path())
        .filter(mounted -> !mounted.isCache())
        .map(
            mounted ->
                Finding.kept(
                    rule(),
                    cache.path(),
                    "another mount of type " + mounted.mount().type() + " is there already"));
  }

  /** The mount of a RUN at the path or above it, or one below it that is no empty directory. */
  static Option<MountPoint> at(RunFacts run, String path) {
    return run.mountPoints()
        .find(point -> point.holds(path) || (point.overlaps(path) && !(point.mount() instanceof TmpfsMount)));
  }
}
