package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.shell.Assignment;
import dev.drydock.caching.PackageManager;
import io.vavr.collection.Vector;

/**
 * What is said to a call of a package manager beside its packages, in one shape wherever it comes from: an option as it
 * is written, an option with the word behind it, a variable in force as {@code NAME=value}.
 */
public final class Settings {

  private Settings() {}

  /** The options of a call, each also with the word behind it, and the variables in force that may concern it. */
  public static Vector<String> of(RunFacts run, PackageCall call) {
    Vector<String> words = call.options().flatMap(option -> words(run, call, option));
    Vector<String> pairs = words.zipWith(words.drop(1), (a, b) -> a + " " + b).toVector();
    return words.appendAll(pairs.filter(pair -> pair.startsWith("-"))).appendAll(variables(run, call));
  }

  /** The words of an argument; an ARG may hold something else than its default in another build, or just that. */
  static Vector<String> words(RunFacts run, PackageCall call, Argument argument) {
    Environment environment = run.environment(call.command());
    return argument.words(name -> environment.shellValue(name).orElse(() -> run.scope().value(name)));
  }

  /** The names of the variables in force that may concern a call: those of note, and all that the script sets. */
  public static Vector<String> variableNames(RunFacts run, PackageCall call) {
    return run.variables()
        .settings()
        .toVector()
        .appendAll(call.command().environment().map(Assignment::name))
        .appendAll(call.command().variables().map(Assignment::name).filter(run.scope().variables()::containsKey))
        .distinct();
  }

  private static Vector<String> variables(RunFacts run, PackageCall call) {
    Environment environment = run.environment(call.command());
    return variableNames(run, call)
        .map(name -> name + "=" + environment.value(name).getOrElse(() -> run.scope().value(name).getOrElse("")));
  }

  /** A call as what it does under the variables in force, and without a network where there is none. */
  static PackageCall asItRuns(RunFacts run, PackageCall call) {
    if (!call.downloads()) {
      return call;
    }
    PackageManager manager = call.manager();
    boolean canDoWithout = manager.cacheOnlyOptions().nonEmpty() || manager.cacheOnlyVariables().isDefined();
    boolean mustDoWithout = run.run().network().contains("none");
    return (canDoWithout && mustDoWithout) || isCacheOnly(run, call) ? call.readingCache() : call;
  }

  /** Whether a variable makes the call take everything from the cache. */
  private static boolean isCacheOnly(RunFacts run, PackageCall call) {
    return call.manager()
        .cacheOnlyVariables()
        .exists(pattern -> variables(run, call).exists(pattern::matches));
  }
}
