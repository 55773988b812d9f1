package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.BuildSettingNames;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.shell.Assignment;
import io.vavr.control.Option;

/** A setting decides how packages are built from source, but not under which name they are cached (hazard 12). */
final class BuildSettings implements RunObjection, LocationObjection {

  @Override
  public String rule() {
    return "mount-cache/*/build-settings";
  }

  @Override
  public Option<Finding> to(Candidate candidate) {
    if (!candidate.manager().buildsFromSource()) {
      return Option.none();
    }
    return candidate
        .downloads()
        .flatMap(call -> setting(candidate.run(), call))
        .headOption()
        .map(
            setting ->
                Finding.kept(
                    rule(),
                    setting,
                    "it decides how packages are built from source, but not under which name they are cached: a shared"
                        + " cache would give one service the build of another"));
  }

  @Override
  public Option<Finding> to(CacheLocation.Unknown unknown) {
    return unknown.cause() == CacheLocation.Cause.CONDITION
        ? Option.some(Finding.kept(rule(), unknown.subject(), unknown.reason()))
        : Option.none();
  }

  private static Option<String> setting(RunFacts run, PackageCall call) {
    return run.variables()
        .settings()
        .addAll(call.command().environment().map(Assignment::name))
        .find(name -> BuildSettingNames.isVariable(name) && !isReleaseBuild(run, name))
        .orElse(() -> call.options().map(Argument::text).find(BuildSettingNames::isOption));
  }

  /** CMake's usual build type, which changes nothing of what is built by default. */
  private static boolean isReleaseBuild(RunFacts run, String variable) {
    return variable.equals("CMAKE_BUILD_TYPE")
        && run.scope().value(variable).exists(value -> value.equalsIgnoreCase("release"));
  }
}
