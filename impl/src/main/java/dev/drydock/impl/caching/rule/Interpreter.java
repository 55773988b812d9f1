package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.control.Option;

/** The RUN's heredoc is a script of another interpreter than a shell: {@code #!/usr/bin/env python3}. */
final class Interpreter implements CallObjection {

  @Override
  public String rule() {
    return "mount-cache/*/interpreter";
  }

  @Override
  public Option<Finding> to(RunFacts run, PackageManager manager) {
    return run.script().isEmpty()
        ? Option.some(
            Finding.kept(rule(), manager.name(), "the heredoc is a script of another interpreter than sh"))
        : Option.none();
  }
}
