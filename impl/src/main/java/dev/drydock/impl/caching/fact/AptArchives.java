package dev.drydock.impl.caching.fact;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.OnBuild;
import io.vavr.collection.Vector;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What a file says of the archives that apt has downloaded, and of its marks of automatically installed packages. */
public final class AptArchives {

  private static final Pattern CONFIGURED =
      Pattern.compile("docker-clean|Keep-Downloaded-Packages|apt\\.conf\\.d/\\S*keep-cache");

  private static final Pattern MARKS = Pattern.compile("auto-?remove|apt-mark|autopurge|deborphan|aptitude");

  private static final FileFacts.Question USE_MARKS = (file, run) -> MARKS.matcher(run.text()).find();

  private static final Predicate<String> CONFIGURES = AptArchives::configures;

  /** Whether a text configures what apt does with its archives. */
  private static boolean configures(String text) {
    return (text.contains("docker-clean") || text.contains("Keep-Downloaded") || text.contains("keep-cache"))
        && CONFIGURED.matcher(text).find();
  }

  private AptArchives() {}

  /** Whether a package manager has a cache that holds the marks, too. */
  public static boolean mayTakeMarks(PackageManager manager) {
    return manager.caches().exists(cache -> cache.path().equals("/var/lib/apt"));
  }

  /** Whether anything in the lineage up to the end of the stage configures what apt does with its archives. */
  public static boolean areConfigured(FileFacts file, RunFacts run) {
    return file
        .instructionsSaying(CONFIGURES)
        .exists(instruction -> !(instruction instanceof OnBuild) && run.hasInLineage(instruction));
  }

  /** Whether a RUN of the lineages that begin as this one's acts on the marks (hazard 3). */
  public static boolean usesMarks(FileFacts file, RunFacts run) {
    return file.runsThat(USE_MARKS).all().exists(other -> other.follows(file.stages().root(run.stage())));
  }

  /** The first RUN of each stage that installs with apt. */
  public static Vector<RunFacts> firstInstalls(FileFacts file) {
    return file.runs()
        .filter(run -> !run.isOnBuild() && installs(run))
        .distinctBy(run -> run.stage().number());
  }

  /** Whether a RUN takes packages with apt, from the network or from the cache. */
  public static boolean isCalledBy(RunFacts run) {
    return run.calls(PackageManagers.APT).exists(call -> call.downloads() || call.readsCache());
  }

  public static boolean installs(RunFacts run) {
    return run.calls(PackageManagers.APT).exists(call -> call.downloads());
  }
}
