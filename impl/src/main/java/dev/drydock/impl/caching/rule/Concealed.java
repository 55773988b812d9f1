package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.TextPattern;
import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.CallInText;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.effect.Recent;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Interpreters;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.shell.Connector;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.Word;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A package manager's call is in what the RUN runs, and not among the commands that are read: a variable holds it, a
 * script that the file writes, or a program in another language; or a program is known to make such calls itself.
 */
final class Concealed implements Objection {

  private static final String RULE = "mount-cache/*/concealed";

  /** A word that is a variable alone, or variables: not a path that begins with one. */
  private static final Pattern VARIABLES = Pattern.compile("\"?(\\$\\{?\\w+(:-[^}]*)?\\}?)+\"?");

  /** Programs that run their words, or a text that they are given. */
  private static final Set<String> EVALUATORS = Set.of(
          "eval", "exec", "xargs", "env", "sudo", "doas", "gosu", "su-exec", "command", "nice", "nohup", "time", "timeout");

  /** The programs in whose calls anything may be concealed, besides scripts that the file writes: most are none of these. */
  private static final Recent<Boolean> MAY_CONCEAL =
      new Recent<>(
          name -> name.isEmpty() || EVALUATORS.contains(name) || ShellScript.isShell(name) || Interpreters.isOne(name));

  @Override
  public String rule() {
    return RULE;
  }

  /** Why no call was seen; none where nothing is concealed. */
  Option<Finding> to(FileFacts file, RunFacts run, PackageManager manager) {
    Option<Invocation> caller = caller(run, manager);
    if (caller.isDefined()) {
      return Option.some(Finding.kept(RULE, caller.get().firstLine(), "it calls " + manager.name() + " by itself" + options(caller.get(), manager)));
    }
    boolean writesTexts = !file.writtenTexts().isEmpty();
    for (Invocation invocation : run.invocations()) {
      if (!writesTexts && !MAY_CONCEAL.of(invocation.name())) {
        continue;
      }
      Option<String> concealed =
          inVariable(run, invocation, manager)
              .orElse(() -> inText(file, run, invocation, manager));
      if (concealed.isDefined()) {
        return Option.some(Finding.kept(RULE, invocation.firstLine(), concealed.get()));
      }
    }
    return Option.none();
  }

  private static String options(Invocation caller, PackageManager manager) {
    String words = caller.arguments().map(Argument::text).mkString(" ");
    return manager.defeatingOptions()
        .filter(option -> option.startsWith("--") && words.contains(option))
        .maxBy(String::length)
        .map(option -> ", and " + option + " keeps it from using a cache")
        .getOrElse(
            ", and with which options is not seen; a mount of the cache by hand would keep what it downloads, if none of them"
                + " switches the cache off");
  }

  /** A command that is known to call the package manager, alone or with what is piped into it. */
  private static Option<Invocation> caller(RunFacts run, PackageManager manager) {
    return manager
        .calledBy()
        .filter(calling -> calling.isIn(run.text()))
        .flatMap(calling -> run.invocations().find(invocation -> calls(run, invocation, calling)));
  }

  private static boolean calls(RunFacts run, Invocation invocation, TextPattern calling) {
    boolean isFed = invocation.command().before() == Connector.PIPE && Interpreters.isOne(invocation.name());
    return calling.pattern().matcher(called(invocation)).lookingAt()
        || (isFed && run.feeding(invocation).exists(feeding -> calling.isIn(feeding.command().text())));
  }

  /** The program, module or script that a command runs, without the folders before it, and the words after it. */
  private static String called(Invocation invocation) {
    Vector<String> words = invocation.words().map(Argument::text);
    Vector<String> own = words;
    if (Interpreters.isOne(invocation.name())) {
      int module = words.indexOf("-m");
      own = module > 0 ? words.drop(module + 1) : words.drop(1).dropWhile(word -> word.startsWith("-"));
    }
    return own.headOption().map(Paths::baseName).getOrElse("") + own.drop(1).map(word -> " " + word).mkString();
  }

  private static Option<String> inVariable(RunFacts run, Invocation invocation, PackageManager manager) {
    boolean evaluates = EVALUATORS.contains(invocation.name()) || ShellScript.isShell(invocation.name());
    if (!invocation.name().isEmpty() && !evaluates) {
      return Option.none();
    }
    for (Argument argument : evaluates ? invocation.arguments() : invocation.words().take(1)) {
      Word word = argument.word();
      if (word.variables().nonEmpty() && VARIABLES.matcher(word.text()).matches()) {
        for (String name : word.variables()) {
          String value = value(run, invocation, name);
          String rest = invocation.words().map(Argument::text).mkString(" ");
          if (CallInText.downloads(value + " " + rest, manager)) {
            return Option.some(
                "$" + name + " holds " + manager.name()
                    + ", and what a variable holds is not read as a command; written out, the call would be");
          }
        }
      }
    }
    return Option.none();
  }

  private static String value(RunFacts run, Invocation invocation, String name) {
    return invocation
        .command()
        .variable(name)
        .map(set -> set.value().text().replaceAll("^[\"']|[\"']$", ""))
        .orElse(() -> run.fileValue(name))
        .getOrElse("");
  }

  private static Option<String> inText(FileFacts file, RunFacts run, Invocation invocation, PackageManager manager) {
    return file
        .writtenTexts()
        .runBy(run, invocation)
        .find(text -> CallInText.downloads(text.text(), manager))
        .map(
            text ->
                switch (text.kind()) {
                  case PROGRAM -> "what " + invocation.name() + " is given seems to call " + manager.name() + ", and is not read";
                  case PIPE -> "what is piped into " + invocation.name() + " seems to call " + manager.name() + ", and is not read";
                  case SCRIPT ->
                      "the script that it runs is written by this file and calls " + manager.name()
                          + "; what a script does is not read, and in a RUN of its own it would be";
                });
  }
}
