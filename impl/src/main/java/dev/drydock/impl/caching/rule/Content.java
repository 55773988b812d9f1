package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.impl.caching.effect.Effect;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.effect.ImageDirectories;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.PathHistory;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/** The directory holds more than a cache: files that a mount would hide, or that would be everybody's in it (hazard 8). */
public final class Content implements RunObjection, CacheObjection {

  static final String RULE = "mount-cache/*/content";

  /** The RUNs with a command that may put files there. */
  private static final PathHistory.Question PUTS_FILES = (history, run, act) -> usesFiles(act.effect());

  /** The RUNs with a command that puts a tree of files over what holds it. */
  private static final PathHistory.Question SPREADS_FILES =
      (history, run, act) -> act.effect() instanceof Effect.Spreads;

  private static final Pattern PRINTS_MISSING = Pattern.compile("(?i)^--print-uris$|APT::Get::Print-URIs");

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Option<Finding> to(Candidate candidate) {
    Option<PackageCall> result = candidate.calls().find(PackageCall::leavesResultInCache);
    if (result.isDefined()) {
      return kept(
          result.get().invocation().firstLine(),
          "all that it makes lies in its cache, and would be in the mount and not in the image");
    }
    return candidate.calls().exists(PackageCall::publishes)
        ? kept(
            candidate.subject(),
            "it puts artifacts of its own into the cache, which a later step may take from there and other"
                + " services must never see")
        : Option.none();
  }

  @Override
  public Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    String path = cache.path();
    RunFacts run = candidate.run();
    PathHistory history = candidate.file().at(path);
    return answering(candidate, cache)
        .orElse(() -> usedHere(run, history))
        .orElse(() -> inhabited(run, candidate.manager(), path))
        .orElse(() -> filledBefore(candidate.file(), run, history));
  }

  private Option<Finding> kept(String subject, String reason) {
    return Option.some(Finding.kept(RULE, subject, reason));
  }

  /** apt leaves out of {@code --print-uris} what lies in its archives (apt-get(8)). */
  private Option<Finding> answering(Candidate candidate, CacheLocation cache) {
    return Paths.within(CleanupHook.ARCHIVES, cache.path())
        ? candidate
            .calls()
            .find(call -> call.options().exists(option -> printsMissing(option.text())))
            .flatMap(
                call ->
                    kept(
                        call.invocation().firstLine(),
                        "it prints what is not in the cache yet, and would print nothing over a cache that has it all"))
        : Option.none();
  }

  private static boolean printsMissing(String option) {
    return (option.startsWith("--") || option.contains("::")) && PRINTS_MISSING.matcher(option).find();
  }

  private Option<Finding> usedHere(RunFacts run, PathHistory history) {
    if (history.isEmpty()) {
      return Option.none();
    }
    Option<Invocation> user = history.first(run, effect -> goesByFiles(effect) || effect instanceof Effect.Walks);
    if (user.isDefined()) {
      return kept(
          user.get().command().text(),
          "it uses files in " + history.directory() + ", which would be those of every service");
    }
    Option<Invocation> spreading = history.first(run, Effect.Spreads.class::isInstance);
    if (spreading.isDefined()) {
      return kept(
          spreading.get().command().text(),
          "it may put files into " + history.directory() + ", which would be those of every service");
    }
    return history
        .first(run, effect -> makesAnew(effect) || effect instanceof Effect.CreatesSomewhere)
        .flatMap(
            making ->
                kept(
                    making.command().text(),
                    "it makes something where a mount at " + history.directory() + " has made a directory already"));
  }

  /** Whether it fails, or does something else, where there is a directory already. */
  static boolean makesAnew(Effect effect) {
    return effect instanceof Effect.Replaces || (effect instanceof Effect.Creates creates && creates.onlyNew());
  }

  /** Whether an effect needs, lists or makes files in the directory. */
  static boolean goesByFiles(Effect effect) {
    return usesFiles(effect) || effect instanceof Effect.Lists || effect instanceof Effect.Tests;
  }

  private static boolean usesFiles(Effect effect) {
    return effect instanceof Effect.Uses || effect instanceof Effect.UsesNames || effect instanceof Effect.Mentions;
  }

  private Option<Finding> inhabited(RunFacts run, PackageManager manager, String path) {
    if (ImageDirectories.isShared(path)) {
      return kept(path, "it is a directory that everything uses");
    }
    if (run.scope().workdir().map(Paths::clean).exists(at -> Paths.within(at, path))) {
      return kept("WORKDIR", "the working directory lies in " + path + ", and a mount would hide what is there");
    }
    return run.variables()
        .within(path)
        .find(name -> !run.variables().paths().get(name).contains(path) && !movesCache(manager, name))
        .flatMap(name -> kept(name, "it names a directory in " + path + ", and a mount would hide what is there"))
        .orElse(() -> assignedHere(run, manager, path));
  }

  /** A directory in there that a command of the RUN is told to use by a variable. */
  private Option<Finding> assignedHere(RunFacts run, PackageManager manager, String path) {
    return run.assignedPaths()
        .find(
            assigned ->
                (Paths.below(assigned.path(), path) || (assigned.exported() && assigned.path().equals(path)))
                    && !movesCache(manager, assigned.variable()))
        .flatMap(
            assigned ->
                kept(
                    assigned.variable() + "=" + assigned.path(),
                    "what is put there would lie in the mount at " + path + " and not in the image"));
  }

  private static boolean movesCache(PackageManager manager, String variable) {
    return manager.caches().exists(cache -> cache.moves().exists(move -> move.name().equals(variable)));
  }

  private Option<Finding> filledBefore(FileFacts file, RunFacts run, PathHistory history) {
    Option<Instruction> writer = file.copiesInto(history.directory()).find(run::isLedToBy);
    return writer
        .orElse(() -> history.runsThat(PUTS_FILES).lastBefore(run).map(RunFacts::run))
        .flatMap(
            instruction ->
                kept(
                    FirstLine.of(instruction),
                    "it puts files into " + history.directory() + ", which a mount would hide"))
        .orElse(() -> filledFromAbove(file, run, history));
  }

  /** A tree that was put over what holds the directory may have brought what would else be downloaded. */
  private Option<Finding> filledFromAbove(FileFacts file, RunFacts run, PathHistory history) {
    return file.copiesOver(history.directory())
        .find(run::isLedToBy)
        .orElse(() -> history.runsThat(SPREADS_FILES).lastBefore(run).map(RunFacts::run))
        .flatMap(
            instruction ->
                kept(
                    FirstLine.of(instruction),
                    "it may bring files into " + history.directory() + ", which a mount would hide"));
  }
}
