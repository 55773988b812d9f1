package dev.drydock.impl.caching.fact;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.shell.Assignment;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What is said to a call of a package manager beside its packages, in one shape wherever it comes from: an option as it
 * is written, an option with the word behind it, a variable in force as {@code NAME=value}.
 */
public final class Settings {

  private Settings() {}

  /** The options of a call, each also with the word behind it and in full, and the variables in force that may concern it. */
  public static Vector<String> of(RunFacts run, PackageCall call) {
    Vector<String> words = words(run, call);
    List<String> all = new ArrayList<>(words.asJava());
    String before = "";
    for (String word : words) {
      if (before.startsWith("-")) {
        all.add(before + " " + word);
      }
      before = word;
    }
    call.options().filter(Argument::isCutShort).map(Argument::inFull).forEach(all::add);
    all.addAll(variables(run, call));
    return Vector.ofAll(all);
  }

  /** The words of a call's options; an ARG may hold something else than its default in another build, or just that. */
  static Vector<String> words(RunFacts run, PackageCall call) {
    Environment environment = run.environment(call.command());
    Function<String, Option<String>> variables =
        name -> environment.shellValue(name).orElse(() -> run.scope().value(name));
    List<String> words = new ArrayList<>();
    for (Argument option : call.options()) {
      words.addAll(option.words(variables));
    }
    return Vector.ofAll(words);
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

  private static List<String> variables(RunFacts run, PackageCall call) {
    Environment environment = run.environment(call.command());
    List<String> set = new ArrayList<>();
    for (String name : variableNames(run, call)) {
      set.add(name + "=" + environment.value(name).getOrElse(() -> run.scope().value(name).getOrElse("")));
    }
    return set;
  }

  /** A call as what it does under the variables in force, and without a network where there is none. */
  static PackageCall asItRuns(RunFacts run, PackageCall call) {
    if (!call.downloads()) {
      return call;
    }
    if (isIdle(run, call)) {
      return call.downloadingNothing();
    }
    PackageManager manager = call.manager();
    boolean canDoWithout = manager.cacheOnlyOptions().nonEmpty() || manager.cacheOnlyVariables().isDefined();
    boolean mustDoWithout = run.run().network().contains("none");
    return (canDoWithout && mustDoWithout) || isCacheOnly(run, call) ? call.readingCache() : call;
  }

  private static boolean isIdle(RunFacts run, PackageCall call) {
    Environment environment = run.environment(call.command());
    return call.manager()
        .idle()
        .exists(
            idle ->
                idle.words()
                    .isIn(
                        call.words()
                            + idle.variables()
                                .flatMap(name -> environment.value(name).map(value -> " " + name + "=" + value))
                                .mkString()));
  }

  /** Whether a variable makes the call take everything from the cache. */
  private static boolean isCacheOnly(RunFacts run, PackageCall call) {
    return call.manager()
        .cacheOnlyVariables()
        .exists(pattern -> variables(run, call).stream().anyMatch(pattern::matches));
  }
}
