package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.effect.CacheSwitches;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.fact.Environment;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * The environment or a configuration switches the cache off. What a RUN assigns for its own calls alone goes ({@link
 * DefeatingAssignment}); the rest no transform of RUNs may change.
 */
public final class DefeatingEnvironment {

  private static final String RULE = "drop-cache-defeaters/*/environment";

  private static final Pattern WITH_DEFAULT = Pattern.compile("\\$\\{(\\w+):?[-=]([^}]*)\\}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private DefeatingEnvironment() {}

  /**
   * Something that switches the cache off.
   *
   * @param setting as it is written
   * @param inFile whether it is a variable of ENV or ARG
   */
  private record Cause(String setting, boolean inFile) {}

  /** What switches the cache off in a RUN and stays. */
  public static Vector<Finding> of(FileFacts file, RunFacts run, PackageManager manager) {
    return downloads(run, manager)
        .flatMap(call -> lasting(file, run, call))
        .distinct()
        .map(
            cause ->
                Finding.warning(
                    RULE,
                    cause.setting,
                    "with it "
                        + manager.name()
                        + " does not use its cache, mounted or not; "
                        + (cause.inFile
                            ? "take it out of ENV or ARG to have the cache used"
                            : "no transform takes it out from there")));
  }

  /** Why no cache is mounted in a RUN; nothing where one of its calls uses the cache, or will. */
  public static Vector<Finding> instead(FileFacts file, RunFacts run, PackageManager manager) {
    Vector<Vector<Cause>> causes = downloads(run, manager).map(call -> lasting(file, run, call));
    return causes.exists(Vector::isEmpty)
        ? Vector.empty()
        : causes
            .flatMap(all -> all)
            .distinct()
            .map(
                cause ->
                    Finding.kept(
                        RULE,
                        cause.setting,
                        "with it "
                            + manager.name()
                            + " does not use its cache, so a mount would be of no use; "
                            + (cause.inFile
                                ? "take it out of ENV or ARG to have the cache mounted"
                                : "take it out by hand to have the cache mounted")));
  }

  /** Whether something switches the cache off in one call. */
  static boolean isOff(FileFacts file, RunFacts run, PackageCall call) {
    return causes(file, run, call).nonEmpty();
  }

  private static Vector<PackageCall> downloads(RunFacts run, PackageManager manager) {
    return run.calls(manager).filter(PackageCall::downloads);
  }

  /** What is left once the assignments have gone that can. */
  private static Vector<Cause> lasting(FileFacts file, RunFacts run, PackageCall call) {
    Vector<String> going = DefeatingAssignment.of(file, run, call).map(goes -> goes.assignment().text());
    return causes(file, run, call).filter(cause -> !going.contains(cause.setting));
  }

  private static Vector<Cause> causes(FileFacts file, RunFacts run, PackageCall call) {
    return variables(run, call)
        .appendAll(optionsInVariables(run, call))
        .appendAll(
            file.configuration(call.manager())
                .switchingOff(run)
                .map(instruction -> new Cause(FirstLine.of(instruction), false)));
  }

  private static Vector<Cause> variables(RunFacts run, PackageCall call) {
    PackageManager manager = call.manager();
    Environment environment = run.environment(call.command());
    return CacheSwitches.of(manager)
        .filter(name -> environment.sets(name) && environment.reaches(name))
        .filter(name -> CacheSwitches.areOff(manager, name, environment.value(name)))
        .map(name -> new Cause(environment.setting(name).getOrElse(name), environment.isOfTheFileAlone(name)));
  }

  /** Words of a call with an option that a variable holds: {@code pip install $PIP_OPTS}. */
  private static Vector<Cause> optionsInVariables(RunFacts run, PackageCall call) {
    PackageManager manager = call.manager();
    Environment environment = run.environment(call.command());
    return call.options()
        .filter(option -> option.plain().isEmpty())
        .flatMap(
            option ->
                option
                    .word()
                    .variables()
                    .filter(name -> environment.likelyValue(name).exists(value -> holdsOption(manager, value)))
                    .map(name -> environment.setting(name).getOrElse(name))
                    .appendAll(
                        isDefault(manager, option.text(), environment) ? Option.some(option.text()) : Option.none()))
        .map(setting -> new Cause(setting, false));
  }

  /** Whether a word gives an option because its variable has no value: {@code ${PIP_OPTS:---no-cache-dir}}. */
  private static boolean isDefault(PackageManager manager, String word, Environment environment) {
    return WITH_DEFAULT
        .matcher(word)
        .results()
        .anyMatch(
            given -> environment.likelyValue(given.group(1)).isEmpty() && holdsOption(manager, given.group(2)));
  }

  private static boolean holdsOption(PackageManager manager, String words) {
    return words.indexOf('-') >= 0
        && BLANKS
            .splitAsStream(words)
            .anyMatch(word -> PackageCall.isDefeating(manager, word));
  }
}
