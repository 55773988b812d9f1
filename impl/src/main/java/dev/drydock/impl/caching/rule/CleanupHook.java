package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManagers;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.AptConfiguration;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * apt deletes the archives here once they are installed, or its lists: in a mount it would delete those of every other
 * service, too, and save nothing (hazard 16).
 */
public final class CleanupHook implements CacheObjection {

  /** Where apt keeps its archives, and what it makes of the lists. */
  static final String CACHE = "/var/cache/apt";

  /** Where apt keeps the archives that it has downloaded. */
  public static final String ARCHIVES = "/var/cache/apt/archives";

  @Override
  public String rule() {
    return "mount-cache/*/cleanup-hook";
  }

  @Override
  public Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    if (cache.holdsAptLists()) {
      return ofLists(candidate, cache);
    }
    if (!Paths.within(ARCHIVES, cache.path())) {
      return Option.none();
    }
    FileFacts file = candidate.file();
    RunFacts run = candidate.run();
    AptConfiguration configuration = file.aptConfiguration(run);
    if (!configuration.bearsAStep()) {
      return kept(
          candidate,
          configuration.hook() == AptConfiguration.Hook.OF_FILE
              ? "the file tells apt to delete them, which would empty the cache of every other service as well"
              : "the file brings a configuration of apt whose text is not in it, and which may delete them");
    }
    if (before.aptSteps().asTheFileSays() || keeps(file, run, candidate.calls(), before) || canBeConfigured(file, run, before)) {
      return Option.none();
    }
    return kept(candidate, configuration.needsAStep() ? inTheWay(run) : ownCare());
  }

  private Option<Finding> ofLists(Candidate candidate, CacheLocation cache) {
    return candidate.file().aptConfiguration(candidate.run()).mayDeleteLists()
        ? Option.some(
            Finding.kept(
                rule(),
                candidate.subject(),
                "the file gives apt a command to run that deletes its lists, or may have: in a mount of " + cache.path()
                    + " that could fail, and would empty it for every other service as well"))
        : Option.none();
  }

  private Option<Finding> kept(Candidate candidate, String reason) {
    return Option.some(
        Finding.kept(rule(), candidate.subject(), "apt would not keep its archives in a mount of " + CACHE + ": " + reason));
  }

  private static String inTheWay(RunFacts run) {
    return "a hook of the image may delete them, and only root can tell apt to keep them: "
        + (run.mayBeRoot() ? "as whom RUN runs here is not known" : "RUN runs as another user here");
  }

  private static String ownCare() {
    return "apt, other than apt-get, deletes what it has installed, unless Binary::apt::APT::Keep-Downloaded-Packages is"
        + " \"true\" in its configuration";
  }

  /** Whether apt keeps its archives in a RUN, by what the file says or by a step that was decided. */
  public static boolean keeps(FileFacts file, RunFacts run, Vector<PackageCall> calls, Decided before) {
    AptConfiguration configuration = file.aptConfiguration(run);
    return configuration.keepsArchivesOf(calls)
        || (configuration.bearsAStep() && before.aptSteps().leadTo(file, run));
  }

  /** Whether a step right before a RUN can make apt keep its archives there. */
  public static boolean canBeConfigured(FileFacts file, RunFacts run, Decided before) {
    boolean asRoot =
        file.isRoot(run)
            || (run.mayBeRoot() && run.calls(PackageManagers.APT).forAll(call -> !call.command().changesUser()));
    return file.aptConfiguration(run).needsAStep() && asRoot && before.aptSteps().mayComeBefore(run);
  }

  /**
   * Whether a RUN has archives in a mount, at one of these paths, that apt keeps only after a step
   * right before it. A mount above apt's cache is not seen by that step.
   */
  public static boolean needsStep(FileFacts file, RunFacts run, Vector<String> mounted, Decided before) {
    return mounted.exists(path -> Paths.within(path, CACHE) && Paths.within(ARCHIVES, path))
        && !run.mountPoints().exists(point -> Paths.below(CACHE, point.path()))
        && !keeps(file, run, run.calls(PackageManagers.APT), before)
        && canBeConfigured(file, run, before);
  }
}
