package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.fact.Environment;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/** The environment or a configuration switches the cache off, which no transform of RUNs may change. */
public final class DefeatingEnvironment {

  private static final String RULE = "drop-cache-defeaters/*/environment";

  private static final Pattern FALSE = Pattern.compile("(?i)0|false|f|n|no|off|");

  private DefeatingEnvironment() {}

  /** What switches the cache off in a RUN. */
  public static Vector<Finding> of(FileFacts file, RunFacts run, PackageManager manager) {
    Vector<PackageCall> downloads = run.calls(manager).filter(PackageCall::downloads);
    if (downloads.isEmpty()) {
      return Vector.empty();
    }
    return downloads
        .flatMap(call -> settings(manager, run.environment(call.command())))
        .appendAll(file.configuration(manager).switchingOff(run).map(FirstLine::of))
        .distinct()
        .map(
            setting ->
                Finding.warning(
                    RULE,
                    setting,
                    "with it "
                        + manager.name()
                        + " does not use its cache, mounted or not; dropCacheDefeatingEnv() takes it out of ENV and ARG"));
  }

  private static Vector<String> settings(PackageManager manager, Environment environment) {
    return variables(manager)
        .toVector()
        .filter(name -> environment.sets(name) && environment.reaches(name))
        .filter(name -> switchesOff(manager, name, environment.value(name)))
        .map(name -> environment.setting(name).getOrElse(name));
  }

  /** The variables that may switch a package manager's cache off. */
  public static Set<String> variables(PackageManager manager) {
    return manager.defeatingVariables().addAll(manager.defeatingSwitches());
  }

  /** Whether a value switches the cache off: any but the empty one, or for a switch any that is true. */
  public static boolean switchesOff(PackageManager manager, String name, Option<String> value) {
    return manager.defeatingSwitches().contains(name)
        ? !value.exists(given -> FALSE.matcher(given).matches())
        : !value.contains("");
  }
}
