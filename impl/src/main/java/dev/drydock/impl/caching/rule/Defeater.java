package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.effect.Removal;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.shell.Connector;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;

/**
 * Something in a RUN that keeps a mounted cache from being used, or empties it.
 *
 * @param words those of its arguments that do so
 * @param targets of a removal all that it removes, without which nothing of it is left
 */
public record Defeater(
    Invocation invocation, Vector<Argument> words, Vector<Argument> targets, String reason) {

  /** Commands that write no files below the home directory's {@code .cache}. */
  private static final Set<String> LEAVES_CACHE_ALONE =
      HashSet.of(
          "rm", "find", "cd", "set", "export", "echo", "printf", "mkdir", "cp", "mv", "ln", "true", ":", "chmod",
          "chown", "apt-mark", "ldconfig", "test", "[", "sed", "useradd", "groupadd", "adduser", "addgroup");

  /** What defeats this package manager's caches at these paths, in the order of the text. */
  public static Vector<Defeater> of(FileFacts file, RunFacts run, PackageManager manager, Vector<String> covered) {
    Vector<PackageCall> calls = run.calls(manager);
    Vector<Defeater> options =
        calls
            .filter(
                call -> call.downloads() && call.defeatingOptions().nonEmpty() && usesCovered(file, run, call, covered))
            .map(
                call ->
                    new Defeater(
                        call.invocation(),
                        call.defeatingOptions(),
                        Vector.empty(),
                        "with it the mounted cache is not used"));
    Vector<Defeater> emptying =
        calls
            .filter(call -> call.empties() && usesCovered(file, run, call, covered))
            .map(call -> whole(call.invocation(), "it empties the mounted cache"));
    Vector<Defeater> removals =
        covered
            .flatMap(path -> file.at(path).removals(run))
            .filter(removed -> isDefeating(run, removed) && !repairs(run, removed.invocation().command()))
            .map(
                removed ->
                    new Defeater(
                        removed.invocation(),
                        removed.words(),
                        removed.targets(),
                        removed.outcome() == Removal.Outcome.REMOVED
                            ? "it removes a mount point, which fails"
                            : "it empties the mounted cache"));
    return options
        .appendAll(emptying)
        .appendAll(removals)
        .sortBy(defeater -> defeater.invocation().command().span().start());
  }

  private static Defeater whole(Invocation invocation, String reason) {
    return new Defeater(invocation, Vector.empty(), Vector.empty(), reason);
  }

  private static boolean isDefeating(RunFacts run, Removal.Removed removed) {
    return switch (removed.outcome()) {
      case EMPTIED -> true;
      case REMOVED -> mayGo(run, removed);
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

  /** Whether it can be taken out from where it stands. */
  public boolean canGo(RunFacts run) {
    return canBeTakenOut(run, invocation.command(), isWhole() ? Vector.empty() : words);
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

  /** Whether the cache of this call lies in what is mounted. */
  private static boolean usesCovered(FileFacts file, RunFacts run, PackageCall call, Vector<String> covered) {
    return call.manager()
        .caches()
        .take(1)
        .forAll(
            cache ->
                CacheLocation.of(file, run, call, cache)
                    .exists(location -> covered.exists(path -> Paths.within(location.path(), path))));
  }

  /** Whether a removal of the mount point may be taken out without anything else staying in the image. */
  static boolean canGo(RunFacts run, Removal.Removed removed) {
    return mayGo(run, removed)
        && canBeTakenOut(run, removed.invocation().command(), removed.all() ? Vector.empty() : removed.words());
  }

  /** Whether a command that empties a mounted cache can be taken out. */
  static boolean emptyingGoes(RunFacts run, Removal.Removed removed) {
    return removed.outcome() == Removal.Outcome.EMPTIED
        && canBeTakenOut(run, removed.invocation().command(), removed.all() ? Vector.empty() : removed.words());
  }

  /** Whether a call that removes the cache may be taken out. */
  static boolean canGo(RunFacts run, PackageCall call) {
    return call.empties() && canBeTakenOut(run, call.command(), Vector.empty());
  }

  private static boolean canBeTakenOut(RunFacts run, SimpleCommand command, Vector<Argument> words) {
    boolean whole = words.isEmpty();
    return !(whole && isNeededInList(run, command))
        && run.canLose(command, words.map(Argument::word));
  }

  /**
   * Whether it, or a command that runs it, is the last of a {@code &&} list that others follow, under a shell that is
   * started with {@code -e}: that shell passes over a failure before the last {@code &&}, and would not any more.
   */
  public static boolean isNeededInList(RunFacts run, SimpleCommand command) {
    return run.shellStopsOnFailure() && endsAListInside(command);
  }

  private static boolean endsAListInside(SimpleCommand command) {
    boolean endsScript = command.after() == Connector.NONE && !command.conditional();
    return (command.before() == Connector.AND && command.after() != Connector.AND && !endsScript)
        || command.runBy().exists(Defeater::endsAListInside);
  }

  private static boolean mayGo(RunFacts run, Removal.Removed removed) {
    return removed
        .places()
        .forAll(place -> !place.mayBeElsewhere() && place.paths().forAll(path -> isOnlyCache(run, path)));
  }

  private static boolean isOnlyCache(RunFacts run, String path) {
    return isCacheItself(path) || (isHomeCache(path) && onlyPackageManagersWrite(run, withoutStar(path)));
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

  /** Whether nothing else is known to be in this directory, or to be written there by the RUN. */
  private static boolean onlyPackageManagersWrite(RunFacts run, String directory) {
    boolean filled =
        run.written().within(directory).exists(path -> !path.equals(directory) && !isCacheItself(path));
    return !filled
        && run.invocations()
            .forAll(
                invocation ->
                    LEAVES_CACHE_ALONE.contains(invocation.name())
                        || invocation.knownCall().exists(call -> call.manager().writesOnlyCaches()));
  }
}
