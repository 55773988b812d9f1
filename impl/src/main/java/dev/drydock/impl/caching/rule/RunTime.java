package dev.drydock.impl.caching.rule;

import dev.drydock.caching.TextPattern;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * The container uses the package manager's cache when it runs: {@code CMD uvx …}. Or it may: what builds the project again,
 * and a script that is not in the file, may call a package manager that works with its cache in place.
 */
final class RunTime implements CacheObjection {

  /**
   * Programs that build the project, or do it whenever a file changes, and scripts that nobody has read. Sources: POSIX XCU
   * make; the documentation of the others.
   */
  private static final TextPattern MAY_BUILD =
      TextPattern.of(
          Pattern.compile(
              "(?m)(?:^|&&|;|\\bexec\\b|\\s-c\\s|--\\s)[\\s\"']*(?:\\S*/)?"
                  + "(?:(?:make|gmake|just|mage|task|air|gow|reflex|CompileDaemon|realize|modd|fresh|watchexec|entr|bacon|cargo-watch|skaffold)"
                  + "(?=[\\s\"';]|$)|(?:(?:ba|da|z)?sh\\s+)?(?!\\S*wait-for)[\\w./-]+\\.sh\\b)"));

  @Override
  public String rule() {
    return "mount-cache/*/run-time";
  }

  @Override
  public Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    RunFacts run = candidate.run();
    return candidate
        .manager()
        .neededAtRunTime()
        .flatMap(words -> candidate.file().containerCommands(words).find(command -> isBuiltOn(run, command)))
        .map(
            command ->
                Finding.kept(
                    rule(),
                    FirstLine.of(command),
                    "the container uses "
                        + candidate.manager().name()
                        + "'s cache when it runs, so it must stay in the image"))
        .orElse(() -> building(candidate));
  }

  /** What the container runs that may build from what lies in the cache. */
  private Option<Finding> building(Candidate candidate) {
    return candidate.manager().usesCacheInPlace()
        ? candidate
            .file()
            .containerCommands(MAY_BUILD)
            .find(command -> isBuiltOn(candidate.run(), command))
            .map(
                command ->
                    Finding.kept(
                        rule(),
                        FirstLine.of(command),
                        "what the container runs may call "
                            + candidate.manager().name()
                            + ", which would download again what this puts into a mount"))
        : Option.none();
  }

  private static boolean isBuiltOn(RunFacts run, Instruction command) {
    return run.dockerfile().stage(command).exists(stage -> stage.isBuiltOn(run.stage()));
  }
}
