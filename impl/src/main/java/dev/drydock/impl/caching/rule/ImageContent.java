package dev.drydock.impl.caching.rule;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.impl.caching.effect.Effect;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.effect.Removal;
import dev.drydock.impl.caching.fact.AptArchives;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Occurrences;
import dev.drydock.impl.caching.fact.PathHistory;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * Who may have put something into a directory of the image: an earlier layer, the RUN itself, a program that is not known.
 * Of a base image that is known by its name it is known that no cache of a home is in it.
 */
public final class ImageContent {

  /** The RUNs with a command that may write below a home directory. */
  private static final FileFacts.Question MAY_WRITE_BELOW_HOME = (file, run) -> run.mayWriteBelowHome();

  /** The RUNs with a command that may call any package manager. */
  private static final FileFacts.Question MAY_CALL_ANY = (file, run) -> run.mayCallPackageManagers();

  /** The RUNs with a command that removes something. */
  private static final FileFacts.Question REMOVE =
      (file, run) ->
          run.invocations()
              .exists(
                  invocation ->
                      invocation.name().equals("rm")
                          || invocation.name().equals("find")
                          || invocation.knownCall().exists(PackageCall::empties));

  /** The RUNs after which a directory is empty or gone. */
  private static final PathHistory.Question CLEAR = ImageContent::clears;

  /** The RUNs with a command that may put something into a directory. */
  private static final PathHistory.Question PUT = (history, run, act) -> puts(act.effect(), history.directory());

  private ImageContent() {}

  /** Who may have put something into a package manager's own directory before a RUN. */
  static Option<String> ofCacheBefore(FileFacts file, RunFacts run, String directory, Decided decided) {
    int cleared = lastClearing(file, run, directory, decided);
    return written(file, run, directory, decided, cleared)
        .orElse(() -> last(file.runsThat(MAY_CALL_ANY), run, directory, decided, cleared));
  }

  /** What a RUN itself puts into a package manager's own directory, where that lies in no mount. */
  static Option<String> ofCacheWithin(FileFacts file, RunFacts run, String directory, Vector<String> mounted) {
    if (mounted.exists(mount -> Paths.within(directory, mount))) {
      return Option.none();
    }
    return run.invocations()
        .find(invocation -> uses(file, run, invocation, mounted).exists(path -> Paths.within(path, directory)))
        .map(Invocation::firstLine);
  }

  /** Who has left archives of apt's in the image before a RUN: nobody, where apt's clean-up hook has not been touched. */
  static Option<String> ofArchivesBefore(FileFacts file, RunFacts run, Decided decided) {
    return decided
        .lastLeaving(CleanupHook.CACHE, run)
        .filter(other -> AptArchives.areConfigured(file, other))
        .map(ImageContent::line);
  }

  /** Who may have put something into a directory that everything below a home uses, before a RUN. */
  static Option<String> ofHomeBefore(FileFacts file, RunFacts run, String directory, Decided decided) {
    int cleared = lastClearing(file, run, directory, decided);
    return written(file, run, directory, decided, cleared)
        .orElse(() -> last(file.runsThat(MAY_WRITE_BELOW_HOME), run, directory, decided, cleared))
        .orElse(() -> cleared < 0 && !run.image().runsAsRoot() ? Option.some("the base image") : Option.none());
  }

  /** What a RUN itself may put into a directory that everything below a home uses, besides what lies in mounts. */
  static Option<String> ofHomeWithin(FileFacts file, RunFacts run, String directory, Vector<String> mounted) {
    Option<Invocation> writer =
        run.invocations()
            .find(
                invocation ->
                    run.conduct(invocation).mayWriteBelowHome()
                        || leaves(file, run, invocation, mounted).exists(path -> Paths.within(path, directory)))
            .orElse(
                () ->
                    file.at(directory)
                        .acts(run)
                        .find(act -> puts(act.effect(), directory) && !liesIn(act.effect(), mounted))
                        .map(PathHistory.Act::invocation));
    return writer
        .map(Invocation::firstLine)
        .orElse(() -> run.isRead() ? Option.none() : Option.some("what cannot be read"));
  }

  private static Option<String> written(
      FileFacts file, RunFacts run, String directory, Decided decided, int cleared) {
    Option<Instruction> copy = file.copiesInto(directory).find(run::isLedToBy);
    return copy.map(FirstLine::of)
        .orElse(() -> decided.lastLeaving(directory, run).filter(other -> other.order() > cleared).map(ImageContent::line))
        .orElse(() -> last(file.at(directory).runsThat(PUT), run, directory, decided, cleared));
  }

  /** The last of these RUNs that may have put something into the directory of the image since it was cleared. */
  private static Option<String> last(
      Occurrences among, RunFacts run, String directory, Decided decided, int cleared) {
    return decided
        .lastUnmounted(among, directory, run)
        .filter(other -> other.order() > cleared)
        .map(ImageContent::line);
  }

  private static String line(RunFacts run) {
    return "line " + run.line() + ", " + FirstLine.of(run.run());
  }

  /** The place in the order of the last RUN before that leaves a directory empty or without it, or -1. */
  private static int lastClearing(FileFacts file, RunFacts run, String directory, Decided decided) {
    return decided
        .lastUnmounted(file.at(directory).runsThat(CLEAR), directory, run)
        .map(RunFacts::order)
        .getOrElse(-1);
  }

  private static boolean clears(PathHistory history, RunFacts run, PathHistory.Act act) {
    return act.effect() instanceof Effect.Removes removes
        && act.invocation().name().equals("rm")
        && act.invocation().command().mustRun()
        && removes.removal().of(history.directory()).exists(Removal.Removed::whole)
        && run.isRead()
        && run.invocations()
            .dropUntil(invocation -> invocation == act.invocation())
            .forAll(
                later ->
                    !run.conduct(later).mayWriteBelowHome()
                        && !later.knownCall().exists(call -> call.downloads() || call.refreshes()));
  }

  private static boolean puts(Effect effect, String directory) {
    boolean writes =
        effect instanceof Effect.Uses
            || effect instanceof Effect.Creates
            || effect instanceof Effect.Replaces
            || effect instanceof Effect.Fills;
    return writes && effect.place().isBelow(directory);
  }

  private static boolean liesIn(Effect effect, Vector<String> mounted) {
    return effect.place().paths().forAll(path -> mounted.exists(mount -> Paths.within(path, mount)));
  }

  /**
   * The caches that a RUN leaves in the image, because they are neither mounted nor switched off; none where no RUN of the
   * file removes anything.
   *
   * @param mounted what is mounted there, now or as decided
   */
  public static Vector<String> leftBy(FileFacts file, RunFacts run, Vector<String> mounted) {
    return file.runsThat(REMOVE).all().isEmpty()
        ? Vector.empty()
        : run.invocations().flatMap(invocation -> leaves(file, run, invocation, mounted)).distinct();
  }

  private static Vector<String> leaves(FileFacts file, RunFacts run, Invocation invocation, Vector<String> mounted) {
    return invocation.knownCall().exists(call -> isEmptiedAfter(run, call)) ? Vector.empty() : uses(file, run, invocation, mounted);
  }

  /** The caches that a call writes into and that are not mounted. */
  private static Vector<String> uses(FileFacts file, RunFacts run, Invocation invocation, Vector<String> mounted) {
    return invocation
        .knownCall()
        .filter(call -> call.downloads() || call.refreshes())
        .map(call -> CacheLocation.of(file, run, call).map(CacheLocation::path))
        .getOrElse(Vector.empty())
        .filter(path -> mounted.forAll(mount -> !Paths.within(path, mount)))
        .filter(path -> usesCache(file, run, invocation));
  }

  private static boolean usesCache(FileFacts file, RunFacts run, Invocation invocation) {
    return invocation
        .knownCall()
        .exists(call -> call.defeatingOptions().isEmpty() && !DefeatingEnvironment.isOff(file, run, call));
  }

  private static boolean isEmptiedAfter(RunFacts run, PackageCall call) {
    return run.calls(call.manager())
        .exists(
            later ->
                later.empties()
                    && later.command().mustRun()
                    && later.command().span().start() > call.command().span().start());
  }
}
