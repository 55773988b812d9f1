package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.fact.BuildInputs;
import dev.drydock.impl.caching.fact.BuildsFolder;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.control.Option;

/**
 * Something may decide how packages are built from source, or from what, but not under which name they are cached (hazard 12).
 * Where builds have a folder of their own, an empty directory there keeps them apart; elsewhere nothing is mounted.
 */
public final class BuildSettings implements RunObjection, CacheObjection, LocationObjection {

  private static final String RULE = "mount-cache/*/build-settings";

  private static final String REASON = "it may change what is built from source, and the cache does not tell such builds apart";

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Option<Finding> to(Candidate candidate) {
    return candidate.manager().caches().exists(cache -> cache.builds().isEmpty())
        ? kept(candidate.file(), candidate.run(), candidate.manager(), "a shared cache would give one service the build of another")
        : Option.none();
  }

  @Override
  public Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    FileFacts file = candidate.file();
    RunFacts run = candidate.run();
    if (cache.owner().isDefined()) {
      return kept(
          file,
          run,
          candidate.manager(),
          "a shared cache would give one service the build of another, and the directory that keeps builds apart would be root's");
    }
    return run.hasCacheAt(cache.path()) ? sharing(file, run, candidate.manager(), cache) : Option.none();
  }

  @Override
  public CacheLocation.Cause cause() {
    return CacheLocation.Cause.CONDITION;
  }

  /** Why what defeats a mount that is there stays: without it builds would be shared. */
  public static Option<Finding> sharing(FileFacts file, RunFacts run, PackageManager manager, CacheLocation cache) {
    String remedy = BuildsFolder.of(cache).map(folder -> "; --mount=type=tmpfs,target=" + folder + " keeps builds apart").getOrElse("");
    return BuildsFolder.isEmptied(run, cache)
        ? Option.none()
        : kept(file, run, manager, "the cache that is mounted gives one service the build of another" + remedy);
  }

  /** That what is built does not go into a new mount, where it must not. */
  public static Option<Finding> keptApart(FileFacts file, RunFacts run, PackageManager manager, CacheLocation cache) {
    return BuildsFolder.of(cache)
        .flatMap(
            folder ->
                BuildInputs.of(file, run, manager)
                    .map(
                        input ->
                            Finding.changed(
                                RULE,
                                FirstLine.of(input),
                                REASON
                                    + ": what "
                                    + manager.name()
                                    + " builds goes into "
                                    + folder
                                    + ", an empty tmpfs mount, and what it downloads is kept")));
  }

  private static Option<Finding> kept(FileFacts file, RunFacts run, PackageManager manager, String consequence) {
    return BuildInputs.of(file, run, manager)
        .map(input -> Finding.kept(RULE, FirstLine.of(input), REASON + ": " + consequence));
  }
}
