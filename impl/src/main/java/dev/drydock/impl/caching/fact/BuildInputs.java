package dev.drydock.impl.caching.fact;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.effect.BuildSettingNames;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.shell.Assignment;
import io.vavr.Tuple2;
import io.vavr.Tuple;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * What is in force in a RUN that decides what a package manager builds from source, but not under which name that is cached:
 * compiler settings, archives whose content may change. It is one whether an option, a variable or a configuration file says
 * it.
 */
public final class BuildInputs {

  /** What stands before a file's name: {@code -r}, {@code --requirement=}. */
  private static final Pattern FILE_OPTION = Pattern.compile("^(-[a-z]|--[\\w-]+=)");

  /** What a text is written with, before its first word. */
  private static final Pattern WRITER = Pattern.compile("^(echo|printf)(\\s+-\\w+)*\\s+");

  /** Also the {@code \n} of a {@code printf}, and the words of an {@code echo}. */
  private static final Pattern LINES = Pattern.compile("\\R|\\\\n|[\"']");

  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private static final Answers.Question<RunFacts, Tuple2<FileFacts, PackageManager>, Option<String>> FIRST =
      (run, asked) -> find(asked._1, run, asked._2);

  private BuildInputs() {}

  /**
   * The first that is in force in a RUN that downloads, as written. A call that downloads nothing may build as well, {@code
   * pip install --no-index}.
   */
  public static Option<String> of(FileFacts file, RunFacts run, PackageManager manager) {
    return manager.buildsFromSource() && run.calls(manager).exists(PackageCall::downloads)
        ? run.answer(FIRST, Tuple.of(file, manager))
        : Option.none();
  }

  private static Option<String> find(FileFacts file, RunFacts run, PackageManager manager) {
    Vector<PackageCall> calls = run.calls(manager);
    for (PackageCall call : calls) {
      Option<String> input =
          variable(run, call)
              .orElse(() -> given(file, run, call))
              .orElse(() -> word(run, call))
              .orElse(() -> requirement(file, run, call));
      if (input.isDefined()) {
        return input;
      }
    }
    return file.configuration(manager).decidingBuilds(run);
  }

  private static Option<String> word(RunFacts run, PackageCall call) {
    PackageManager manager = call.manager();
    for (String word : Settings.words(run, call)) {
      if (BuildSettingNames.isOption(manager, word) || manager.addresses().exists(address -> address.isIn(word))) {
        return Option.some(word);
      }
    }
    return Option.none();
  }

  /** What a file of requirements says that the Dockerfile has written: {@code --no-binary :all:}, an archive by its address. */
  private static Option<String> requirement(FileFacts file, RunFacts run, PackageCall call) {
    PackageManager manager = call.manager();
    if (file.writtenTexts().isEmpty()) {
      return Option.none();
    }
    return Settings.words(run, call)
        .flatMap(word -> file.writtenTexts().in(run, FILE_OPTION.matcher(word).replaceFirst("")))
        .flatMap(text -> Vector.of(LINES.split(WRITER.matcher(text).replaceFirst(""), -1)))
        .flatMap(
            line ->
                manager.addresses().exists(address -> address.isIn(line))
                    ? Option.some(line)
                    : Vector.of(BLANKS.split(line, -1)).find(word -> BuildSettingNames.isOption(manager, word)))
        .headOption();
  }

  private static Option<String> variable(RunFacts run, PackageCall call) {
    PackageManager manager = call.manager();
    Environment environment = run.environment(call.command());
    return call.command()
        .environment()
        .map(Assignment::name)
        .find(name -> BuildSettingNames.isVariable(manager, name) && !isReleaseBuild(run, environment, name))
        .orElse(
            () ->
                run.variables()
                    .settings()
                    .find(
                        name ->
                            BuildSettingNames.isFileVariable(manager, name) && !isReleaseBuild(run, environment, name)))
        .orElse(() -> ofPackage(run, call));
  }

  /** What a file that is read into the shell has set before the call, or may have. */
  private static Option<String> given(FileFacts file, RunFacts run, PackageCall call) {
    GivenVariables given = GivenVariables.before(file, run, call);
    return given
        .settings()
        .map(GivenVariables.Setting::name)
        .find(name -> BuildSettingNames.isVariable(call.manager(), name))
        .orElse(given.unread());
  }

  /** A variable of the file that may belong to a package which the call names. */
  private static Option<String> ofPackage(RunFacts run, PackageCall call) {
    return run.variables().firstWords().isEmpty()
        ? Option.none()
        : Settings.words(run, call)
            .filter(word -> !PackageCall.isOfSubcommand(call.manager(), word))
            .flatMap(BuildSettingNames::wordsOfPackage)
            .flatMap(word -> run.variables().ofPackage(word).headOption())
            .headOption();
  }

  /** CMake's usual build type, which changes nothing of what is built by default. */
  private static boolean isReleaseBuild(RunFacts run, Environment environment, String variable) {
    return variable.equals("CMAKE_BUILD_TYPE")
        && environment
            .value(variable)
            .orElse(() -> run.scope().value(variable))
            .exists(value -> value.equalsIgnoreCase("release"));
  }
}
