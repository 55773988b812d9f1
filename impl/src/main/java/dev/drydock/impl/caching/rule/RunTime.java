package dev.drydock.impl.caching.rule;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.control.Option;

/** The container uses the package manager's cache when it runs: {@code CMD uvx …}. */
final class RunTime implements CacheObjection {

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
                        + "'s cache when it runs, so it must stay in the image"));
  }

  private static boolean isBuiltOn(RunFacts run, Instruction command) {
    return run.dockerfile().stage(command).exists(stage -> stage.isBuiltOn(run.stage()));
  }
}
