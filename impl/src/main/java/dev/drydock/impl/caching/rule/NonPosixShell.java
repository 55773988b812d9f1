package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.control.Option;

/** SHELL sets another shell than a POSIX one: {@code SHELL ["pwsh", "-c"]}. */
final class NonPosixShell implements CallObjection {

  @Override
  public String rule() {
    return "mount-cache/*/shell";
  }

  @Override
  public Option<Finding> to(RunFacts run, PackageManager manager) {
    return run.hasPosixShell()
        ? Option.none()
        : Option.some(
            Finding.kept(
                rule(), manager.name(), "SHELL sets " + run.scope().shell().head() + ", which is not a POSIX shell"));
  }
}
