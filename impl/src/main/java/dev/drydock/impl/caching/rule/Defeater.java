package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.ImageDirectories;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.effect.Place;
import dev.drydock.impl.caching.effect.Removal;
import dev.drydock.impl.caching.fact.Answers;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.shell.SimpleCommand;
import io.vavr.Tuple3;
import io.vavr.Tuple;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;

/**
 * Something in a RUN that keeps a mounted cache from being used, or empties it.
 *
 * @param words those of its arguments that do so
 * @param targets of a removal all that it removes, and of an export all that it sets, without which nothing of it is left
 * @param emptied the paths that it removes or empties, each of which may be a pattern; none where it does neither
 */
public record Defeater(
    Invocation invocation,
    Vector<Argument> words,
    Vector<Argument> targets,
    Vector<String> emptied,
    String reason,
    Option<String> instead) {

  private static final String UNUSED = "with it the mounted cache is not used";

  private static final Answers.Question<RunFacts, Tuple3<FileFacts, PackageManager, Vector<String>>, Vector<Defeater>> DEFEATING =
      (run, asked) -> find(asked._1, run, asked._2, asked._3);

  private Defeater(
      Invocation invocation, Vector<Argument> words, Vector<Argument> targets, Vector<String> emptied, String reason) {
    this(invocation, words, targets, emptied, reason, Option.none());
  }

  /** What defeats this package manager's caches at these paths, in the order of the text. */
  public static Vector<Defeater> of(FileFacts file, RunFacts run, PackageManager manager, Vector<String> covered) {
    return run.answer(DEFEATING, Tuple.of(file, manager, covered));
  }

  private static Vector<Defeater> find(FileFacts file, RunFacts run, PackageManager manager, Vector<String> covered) {
    Vector<PackageCall> using =
        run.calls(manager)
            .filter(call -> (call.downloads() || call.refreshes() || call.empties()) && usesCovered(file, run, call, covered));
    return using
        .filter(call -> !call.empties() && call.defeatingOptions().nonEmpty())
        .map(call -> ofOptions(run, call))
        .appendAll(
            using
                .filter(PackageCall::downloads)
                .flatMap(call -> DefeatingAssignment.of(file, run, call))
                .distinctBy(defeating -> defeating.assignment().word())
                .map(Defeater::of))
        .appendAll(using.filter(PackageCall::empties).map(call -> ofEmptying(file, run, call)))
        .appendAll(
            covered.flatMap(
                path ->
                    file.at(path)
                        .removals(run)
                        .filter(removed -> isDefeating(removed, path) && !repairs(run, removed.invocation().command()))
                        .map(Defeater::of)))
        .sorted(Comparator.comparingInt(defeater -> defeater.invocation().command().span().start()));
  }

  private static Defeater ofOptions(RunFacts run, PackageCall call) {
    Option<String> instead = PackageLists.fetchingInstead(run, call);
    String reason = UNUSED + instead.map(option -> "; " + option + " in its place fetches the index").getOrElse("");
    return new Defeater(call.invocation(), call.defeatingOptions(), Vector.empty(), Vector.empty(), reason, instead);
  }

  private static Defeater of(DefeatingAssignment defeating) {
    return new Defeater(
        defeating.command(), Vector.of(defeating.assignment()), defeating.exported(), Vector.empty(), UNUSED);
  }

  private static Defeater ofEmptying(FileFacts file, RunFacts run, PackageCall call) {
    return new Defeater(
        call.invocation(), Vector.empty(), Vector.empty(), emptiedBy(file, run, call), "it empties the mounted cache");
  }

  private static Defeater of(Removal.Removed removed) {
    return new Defeater(
        removed.invocation(),
        removed.words(),
        removed.targets(),
        removed.places().flatMap(Place::paths),
        removed.outcome() == Removal.Outcome.REMOVED
            ? "it removes a mount point, which fails"
            : "it empties the mounted cache");
  }

  /**
   * What else it removes, by whoever has put it there: without it that would stay in the image. None where all that it
   * removes lies in mounts, or is known not to be there. What becomes of apt's lists {@link PackageLists} says.
   *
   * @param mounted all that is mounted in the RUN, now or as decided
   */
  public Option<String> besides(FileFacts file, RunFacts run, Vector<String> mounted, Decided before) {
    return emptied
        .flatMap(path -> besides(file, run, path, mounted, before))
        .headOption()
        .orElse(() -> listsBesideArchives(file, run, mounted));
  }

  /** That a call which empties apt's archives deletes lists as well that lie in no mount: {@code apt-get dist-clean}. */
  private Option<String> listsBesideArchives(FileFacts file, RunFacts run, Vector<String> mounted) {
    boolean isCall = words.isEmpty() && targets.isEmpty();
    boolean isMounted = mounted.exists(mount -> Paths.within(ImageDirectories.APT_LISTS, mount));
    return isCall && !isMounted && PackageLists.areDeletedBy(file, run, invocation)
        ? Option.some("apt-get update")
        : Option.none();
  }

  private static Option<String> besides(
      FileFacts file, RunFacts run, String path, Vector<String> mounted, Decided before) {
    String directory = withoutStar(path);
    if (Paths.within(directory, ImageDirectories.APT_LISTS)) {
      return Option.none();
    }
    if (Paths.within(directory, CleanupHook.CACHE)) {
      return ImageContent.ofArchivesBefore(file, run, before);
    }
    if (isHomeCache(path) && mounted.forAll(mount -> !Paths.within(directory, mount))) {
      return ImageContent.ofHomeBefore(file, run, directory, before)
          .orElse(() -> ImageContent.ofHomeWithin(file, run, directory, mounted));
    }
    return ImageContent.ofCacheBefore(file, run, Paths.fixedPart(directory), before)
        .orElse(() -> ImageContent.ofCacheWithin(file, run, Paths.fixedPart(directory), mounted));
  }

  private static boolean isDefeating(Removal.Removed removed, String mounted) {
    return switch (removed.outcome()) {
      case EMPTIED -> true;
      case REMOVED -> mayGo(removed, mounted);
      case NOTHING, UNKNOWN -> false;
    };
  }

  /** What it is, for a note. */
  public String subject() {
    return isWhole() ? invocation.firstLine() : words.map(Argument::text).mkString(" ");
  }

  /** Whether nothing of the command is left without it. */
  public boolean isWhole() {
    return words.size() == targets.size();
  }

  /**
   * Whether it can be taken out from where it stands, where others of the RUN go with it. Each word of {@code rm a b | tee
   * c} may go, but not both: nothing can take the place of the command.
   *
   * @param together all of them, by their commands
   */
  public boolean canGo(RunFacts run, Map<Invocation, Vector<Defeater>> together) {
    boolean whole =
        isWhole()
            || (targets.nonEmpty()
                && together.getOrElse(invocation, Vector.empty()).flatMap(Defeater::words).containsAll(targets));
    return canBeTakenOut(run, invocation.command(), whole ? Vector.empty() : words);
  }

  /** Whether a removal may only run where a fetch of the index has failed, which is then tried again. */
  private static boolean repairs(RunFacts run, SimpleCommand command) {
    return command.conditional()
        && !command.deferred()
        && run.calls(PackageManagers.APT)
            .exists(call -> call.refreshes() && mayFollow(call.command(), command));
  }

  private static boolean mayFollow(SimpleCommand later, SimpleCommand earlier) {
    return (later.span().start() > earlier.span().start()
            && later.inFunction() == earlier.inFunction()
            && !later.excludes(earlier))
        || (earlier.inLoop() && later.inLoop());
  }

  /** Whether a cache of this call lies in what is mounted. */
  private static boolean usesCovered(FileFacts file, RunFacts run, PackageCall call, Vector<String> covered) {
    return emptiedBy(file, run, call).exists(cache -> covered.exists(path -> Paths.within(cache, path)));
  }

  /** What is switched off or emptied where a call's caches are: of apt's the archives, and not the lists. */
  private static Vector<String> emptiedBy(FileFacts file, RunFacts run, PackageCall call) {
    return CacheLocation.of(file, run, call)
        .map(CacheLocation::path)
        .filter(path -> !Paths.within(ImageDirectories.APT_LISTS, path));
  }

  /** Whether a removal of the mount point may be taken out without anything else staying in the image. */
  static boolean canGo(RunFacts run, Removal.Removed removed, String mounted) {
    return mayGo(removed, mounted) && canBeTakenOut(run, removed);
  }

  /** Whether a command that empties a mounted cache can be taken out. */
  static boolean emptyingGoes(RunFacts run, Removal.Removed removed) {
    return removed.outcome() == Removal.Outcome.EMPTIED && canBeTakenOut(run, removed);
  }

  /** Whether a call that removes the cache may be taken out. */
  static boolean canGo(RunFacts run, PackageCall call) {
    return call.empties() && canBeTakenOut(run, call.command(), Vector.empty());
  }

  private static boolean canBeTakenOut(RunFacts run, Removal.Removed removed) {
    return canBeTakenOut(run, removed.invocation().command(), removed.all() ? Vector.empty() : removed.words());
  }

  private static boolean canBeTakenOut(RunFacts run, SimpleCommand command, Vector<Argument> words) {
    return run.canLose(command, words.map(Argument::word));
  }

  private static boolean mayGo(Removal.Removed removed, String mounted) {
    return removed
        .places()
        .forAll(
            place ->
                !place.mayBeElsewhere()
                    && place.paths().forAll(path -> path.equals(mounted) || isCacheItself(path) || isHomeCache(path)));
  }

  private static boolean isCacheItself(String path) {
    return PackageManagers.ALL.exists(
        manager ->
            manager.emptiedPaths().exists(emptied -> !emptied.equals("/var/lib/apt") && path.equals(emptied))
                || manager
                    .caches()
                    .exists(
                        cache ->
                            (cache.path().startsWith("~/") && path.endsWith(cache.path().substring(1)))
                                || cache.rootPath().contains(path)
                                || cache.places().exists(place -> place.path().equals(path))));
  }

  private static boolean isHomeCache(String path) {
    return withoutStar(path).endsWith("/.cache");
  }

  private static String withoutStar(String path) {
    return path.endsWith("/*") || path.endsWith("/**") ? path.substring(0, path.lastIndexOf('/')) : path;
  }
}
