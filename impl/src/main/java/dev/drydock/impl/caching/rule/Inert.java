package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.AptArchives;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A mount that is of no use as the file stands. */
public final class Inert {

  private static final String RULE = "mount-cache/*/inert";

  private Inert() {}

  /** What keeps mounts at these paths from being used. */
  public static Vector<Finding> of(FileFacts file, RunFacts run, PackageManager manager, Vector<String> paths) {
    return Defeater.of(file, run, manager, paths)
        .map(
            defeater ->
                Finding.warning(RULE, defeater.subject(), defeater.reason() + "; the transform dropCacheDefeaters takes it out"));
  }

  /** That nothing says what it takes for packages to stay in the cache. */
  public static Option<Finding> withoutRequirement(FileFacts file, RunFacts run, PackageManager manager) {
    return manager
        .requirement()
        .filter(requirement -> !file.isSaidBefore(requirement.pattern(), run))
        .map(requirement -> Finding.warning(RULE, manager.name(), requirement.reason()));
  }

  /** That apt's clean-up hook still runs beside a mount of its archives. */
  public static Option<Finding> byHook(FileFacts file, RunFacts run, Vector<String> paths) {
    return paths.exists(path -> Paths.within(CleanupHook.ARCHIVES, path)) && !AptArchives.areConfigured(file, run)
        ? Option.some(
            Finding.warning(
                RULE,
                "docker-clean",
                "the base image makes apt delete what it has downloaded; keepAptCache() before this keeps it"))
        : Option.none();
  }
}
