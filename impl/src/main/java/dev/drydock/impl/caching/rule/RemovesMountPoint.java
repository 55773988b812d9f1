package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Removal;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.control.Option;

/** The RUN removes the directory that would be the mount point, or what holds it, and that fails (hazard 1). */
final class RemovesMountPoint implements CacheObjection {

  @Override
  public String rule() {
    return "mount-cache/*/removes-mount-point";
  }

  @Override
  public Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    RunFacts run = candidate.run();
    Option<PackageCall> removing =
        candidate
            .calls()
            .find(call -> call.removesCache() && !(before.defeatersGo() && Defeater.canGo(run, call)));
    if (removing.isDefined()) {
      return Option.some(
          Finding.kept(
              rule(),
              removing.get().invocation().firstLine(),
              "it removes " + cache.path() + " itself, which fails where that is a mount point"));
    }
    return candidate.file().at(cache.path()).removals(run).find(removed -> breaks(run, removed, before)).map(
        removed ->
            Finding.kept(
                rule(),
                removed.invocation().firstLine(),
                removed.outcome() == Removal.Outcome.UNKNOWN
                    ? "it may remove " + cache.path() + " or what is in it, which cannot be told"
                    : "it removes " + cache.path() + ", which fails where that is a mount point"));
  }

  private static boolean breaks(RunFacts run, Removal.Removed removed, Decided before) {
    return switch (removed.outcome()) {
      case NOTHING, EMPTIED -> false;
      case REMOVED -> !(before.defeatersGo() && Defeater.canGo(run, removed));
      case UNKNOWN -> true;
    };
  }
}
