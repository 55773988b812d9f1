package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.Run;
import dev.drydock.shell.Connector;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * Something in a RUN that keeps a mounted cache from being used, or empties it: a whole command, or some words of
 * one.
 */
record Defeat(SimpleCommand command, Vector<Word> words, String reason) {

  /** Commands that write no files below the home directory's {@code .cache}. */
  private static final Set<String> LEAVES_CACHE_ALONE =
      HashSet.of(
          "rm", "find", "cd", "set", "export", "echo", "printf", "mkdir", "cp", "mv", "ln", "true", ":", "chmod",
          "chown", "apt-mark", "ldconfig", "test", "[", "sed", "useradd", "groupadd", "adduser", "addgroup");

  /** What defeats this package manager's caches at these paths, in the order of the text. */
  static Vector<Defeat> of(Site site, PackageManager manager, Vector<String> covered) {
    Vector<Defeat> options =
        site.calls(manager)
            .filter(call -> call.downloads() && call.defeatingOptions().nonEmpty() && usesCovered(site, call, covered))
            .map(
                call ->
                    new Defeat(
                        call.command(), call.defeatingOptions(), "with it the mounted cache is not used"));
    Vector<Defeat> emptying =
        site.calls(manager)
            .filter(call -> call.effect() == Call.Effect.EMPTIES && usesCovered(site, call, covered))
            .map(call -> new Defeat(call.command(), Vector.empty(), "it empties the mounted cache"));
    Vector<Defeat> removals =
        covered
            .flatMap(path -> Removals.of(site, path))
            .filter(removal -> !repairs(site, removal.command()))
            .filter(
                removal ->
                    removal.effect() == Removals.Effect.EMPTIES
                        || (removal.effect() == Removals.Effect.BREAKS && mayGo(site, removal)))
            .map(
                removal ->
                    new Defeat(
                        removal.command(),
                        removal.all() ? Vector.empty() : removal.words(),
                        removal.effect() == Removals.Effect.BREAKS
                            ? "it removes a mount point, which fails"
                            : "it empties the mounted cache"));
    return options
        .appendAll(emptying)
        .appendAll(removals)
        .distinctBy(defeat -> defeat.command().span().start() + " " + defeat.words().map(Word::span))
        .sortBy(defeat -> defeat.command().span().start());
  }

  /** Whether a removal may only run where a fetch of the index has failed, which is then tried again. */
  static boolean repairs(Site site, SimpleCommand command) {
    return command.conditional()
        && site.calls(PackageManagers.APT)
            .exists(
                call ->
                    call.refreshes()
                        && (call.command().span().start() > command.span().start()
                            || (command.inLoop() && call.command().inLoop())));
  }

  /** Whether the cache of this call lies in what is mounted. */
  private static boolean usesCovered(Site site, Call call, Vector<String> covered) {
    return call.manager()
        .caches()
        .take(1)
        .forAll(
            cache ->
                Target.of(site, call, cache)
                    .exists(target -> covered.exists(path -> Paths.within(target.path(), path))));
  }

  /** Whether a removal of the mount point may be taken out without anything else staying in the image. */
  static boolean canGo(Site site, Removals.Removal removal) {
    Vector<Word> words = removal.all() ? Vector.empty() : removal.words();
    return mayGo(site, removal) && new Defeat(removal.command(), words, "").takenOutOf(site).isDefined();
  }

  /** Whether a call that removes the cache may be taken out. */
  static boolean canGo(Site site, Call call) {
    return call.effect() == Call.Effect.EMPTIES
        && new Defeat(call.command(), Vector.empty(), "").takenOutOf(site).isDefined();
  }

  private static boolean mayGo(Site site, Removals.Removal removal) {
    return removal
        .places()
        .forAll(
            place ->
                place
                    .map(Paths::clean)
                    .exists(path -> isCacheItself(path) || (isHomeCache(path) && onlyPackageManagersWrite(site, withoutStar(path)))));
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
    return path.endsWith("/*") ? path.substring(0, path.length() - 2) : path;
  }

  /** Whether nothing else is known to be in this directory, or to be written there by the RUN. */
  private static boolean onlyPackageManagersWrite(Site site, String directory) {
    boolean filled =
        site.written().exists(path -> Paths.below(path, directory) && !isCacheItself(path));
    return !filled
        && site.commands.forAll(
            command ->
                command.name().exists(LEAVES_CACHE_ALONE::contains)
                    || Call.ofAnyKnown(command).exists(call -> call.manager().writesOnlyCaches()));
  }

  /** The site's RUN without it, where it can be taken out. */
  Option<Run> takenOutOf(Site site) {
    if (words.nonEmpty()) {
      return site.run.without(command, words.toJavaArray(Word[]::new));
    }
    return site.shellStopsOnFailure() && endsAListInside(command) ? Option.none() : site.run.without(command);
  }

  /**
   * Whether it, or a command that runs it, is the last of a {@code &&} list that others follow. A shell that is started
   * with {@code -e} passes over a failure before the last {@code &&}, and would not any more.
   */
  private static boolean endsAListInside(SimpleCommand command) {
    boolean endsScript = command.after() == Connector.NONE && !command.conditional();
    return (command.before() == Connector.AND && command.after() != Connector.AND && !endsScript)
        || command.runBy().exists(Defeat::endsAListInside);
  }

  /** What it is, for a note. */
  String subject() {
    return words.isEmpty() ? MountPlan.firstLine(command) : words.map(Word::text).mkString(" ");
  }
}
