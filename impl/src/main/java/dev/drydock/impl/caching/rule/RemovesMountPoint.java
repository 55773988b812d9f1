package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Removal;
import dev.drydock.impl.caching.effect.RemovalInText;
import dev.drydock.impl.caching.fact.BuildsFolder;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.fact.UnreadText;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/** The RUN removes the directory that would be the mount point, or what holds it, and that fails (hazard 1). */
public final class RemovesMountPoint implements CacheObjection {

  private static final String RULE = "mount-cache/*/removes-mount-point";

  /** A script in a text, and of its name what says that it cleans up. */
  private static final Pattern SCRIPT = Pattern.compile("(?<![\\w-])[\\w-]++\\.(?:ba)?sh\\b");

  private static final Pattern CLEANS = Pattern.compile("(?i)clean|purge|prune|wipe");

  @Override
  public String rule() {
    return RULE;
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
    Option<PackageCall> emptying = candidate.calls().find(call -> call.empties(cache.cache()));
    if (emptying.isDefined()) {
      return Option.some(
          Finding.kept(
              rule(), emptying.get().invocation().firstLine(), "it empties " + cache.path() + " for every build that shares it"));
    }
    return candidate.file().at(cache.path()).removals(run).find(removed -> breaks(run, removed, cache.path(), before)).map(
        removed ->
            Finding.kept(
                rule(),
                removed.invocation().firstLine(),
                removed.outcome() == Removal.Outcome.UNKNOWN
                    ? "it may remove " + cache.path() + " or what is in it, which cannot be told"
                    : "it removes " + cache.path() + ", which fails where that is a mount point"))
        .orElse(() -> byUnknown(candidate, cache))
        .orElse(() -> inText(candidate, cache))
        .orElse(() -> byName(candidate, cache))
        .orElse(() -> ofBuilds(candidate, cache, before));
  }

  /**
   * A program that no table knows, or a script that is not in the file, may remove what it is given: {@code rimraf
   * /root/.cache}. What the file writes itself is judged by its text.
   */
  private static Option<Finding> byUnknown(Candidate candidate, CacheLocation cache) {
    RunFacts run = candidate.run();
    return run.invocations()
        .find(
            invocation ->
                invocation.arguments().exists(argument -> argument.place().mayName(cache.path()))
                    && run.conduct(invocation).mayRemoveWhatItIsGiven()
                    && !isHarmlessAsWritten(candidate, cache, invocation))
        .map(
            invocation ->
                Finding.kept(
                    RULE,
                    invocation.firstLine(),
                    "it may remove what it is given, in which "
                        + cache.path()
                        + " lies: the command "
                        + run.conduct(invocation).reason()));
  }

  /** Whether it runs a script that the file writes, and neither that nor what it is given speaks of such a removal. */
  private static boolean isHarmlessAsWritten(Candidate candidate, CacheLocation cache, Invocation invocation) {
    Vector<String> scripts =
        candidate.file()
            .writtenTexts()
            .runBy(candidate.run(), invocation)
            .filter(text -> text.kind() == UnreadText.Kind.SCRIPT)
            .map(text -> text.text() + "\n" + invocation.command().text());
    return scripts.nonEmpty() && !scripts.exists(text -> removes(text, candidate, cache));
  }

  private static boolean removes(String text, Candidate candidate, CacheLocation cache) {
    return RemovalInText.isIn(text, candidate.manager(), candidate.run().home().getOrElse("/root"), cache.path());
  }

  /** A text that a command of the RUN runs and that is not read may remove or empty it. */
  private Option<Finding> inText(Candidate candidate, CacheLocation cache) {
    return candidate
        .run()
        .invocations()
        .find(
            invocation ->
                candidate
                    .file()
                    .writtenTexts()
                    .runBy(candidate.run(), invocation)
                    .exists(text -> removes(text.text(), candidate, cache)))
        .map(
            invocation ->
                Finding.kept(
                    rule(),
                    invocation.firstLine(),
                    "it runs a text that is not read and that may remove or empty " + cache.path()));
  }

  /** A script that is not in the file and is called a clean-up: {@code ./clean-layer.sh}, {@code curl …/clean_caches.sh | sh}. */
  private static Option<Finding> byName(Candidate candidate, CacheLocation cache) {
    RunFacts run = candidate.run();
    return namesCleanUp(run.text())
        ? run.invocations()
            .filter(invocation -> run.conduct(invocation).mayRemoveWhatItIsGiven())
            .reject(invocation -> isHarmlessAsWritten(candidate, cache, invocation))
            .flatMap(invocation -> run.feeding(invocation).append(invocation))
            .find(invocation -> namesCleanUp(invocation.command().text()))
            .map(
                invocation ->
                    Finding.kept(
                        RULE,
                        invocation.firstLine(),
                        "it is a clean-up that is not in the file, and that may remove " + cache.path() + " or empty it"))
        : Option.none();
  }

  private static boolean namesCleanUp(String text) {
    return SCRIPT.matcher(text).results().anyMatch(script -> CLEANS.matcher(script.group()).find());
  }

  /** What is mounted over the folder of builds cannot be removed either, not even by emptying the cache. */
  private Option<Finding> ofBuilds(Candidate candidate, CacheLocation cache, Decided before) {
    FileFacts file = candidate.file();
    RunFacts run = candidate.run();
    Option<String> folder =
        BuildSettings.keptApart(file, run, candidate.manager(), cache).flatMap(apart -> BuildsFolder.of(cache));
    if (folder.isEmpty()) {
      return Option.none();
    }
    Vector<Invocation> gone =
        file.at(cache.path())
            .removals(run)
            .filter(removed -> before.defeatersGo() && Defeater.emptyingGoes(run, removed))
            .map(Removal.Removed::invocation);
    Vector<Invocation> emptying =
        candidate
            .calls()
            .filter(call -> call.empties() && !(before.defeatersGo() && Defeater.canGo(run, call)))
            .map(PackageCall::invocation);
    return file.at(folder.get())
        .removals(run)
        .filter(removed -> breaks(run, removed, folder.get(), before))
        .map(Removal.Removed::invocation)
        .filter(removing -> !gone.contains(removing))
        .appendAll(emptying)
        .headOption()
        .map(
            removing ->
                Finding.kept(
                    rule(),
                    removing.firstLine(),
                    "it removes "
                        + folder.get()
                        + ", which fails where an empty directory is mounted there to keep builds apart"));
  }

  /** Why a mount does not come beside a removal that is needed for more than what would lie in mounts. */
  public static Finding needed(Defeater defeater, String path, String other) {
    return Finding.kept(
        RULE,
        defeater.subject(),
        "it also removes what may have been left in the image by "
            + other
            + ", so it stays, and no mount comes at "
            + path
            + "; mount that cache too, or remove what is to go by its own path");
  }

  private static boolean breaks(RunFacts run, Removal.Removed removed, String mounted, Decided before) {
    return switch (removed.outcome()) {
      case NOTHING, EMPTIED -> false;
      case REMOVED -> !(before.defeatersGo() && Defeater.canGo(run, removed, mounted));
      case UNKNOWN -> true;
    };
  }
}
