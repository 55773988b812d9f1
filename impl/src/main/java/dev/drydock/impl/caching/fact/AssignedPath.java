package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path that a command of a RUN sets a variable to.
 *
 * @param exported whether a program gets the variable: {@code HF_HOME=/x python}, {@code export HF_HOME=/x}
 */
public record AssignedPath(String variable, String path, boolean exported) {

  private static final Set<String> ASSIGNING = HashSet.of("export", "env", "declare", "typeset", "readonly", "sudo");
  private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_]\\w*)=([/~].*)", Pattern.DOTALL);

  /**
   * The absolute paths, clean, that a command sets variables to: before its name, alone, or as a word of {@code export} and
   * {@code env}.
   *
   * @param variables the values of the variables in its words, as far as they are known
   */
  static Vector<AssignedPath> by(
      Invocation invocation, Function<String, Option<String>> variables, Option<String> home) {
    SimpleCommand command = invocation.command();
    boolean assignsItsWords = ASSIGNING.contains(invocation.name());
    if (command.assignments().isEmpty() && !assignsItsWords) {
      return Vector.empty();
    }
    boolean forCommand = command.words().nonEmpty();
    return command
        .assignments()
        .flatMap(
            assignment ->
                assignment
                    .value()
                    .value(variables)
                    .map(value -> new AssignedPath(assignment.name(), value, forCommand)))
        .appendAll(
            assignsItsWords
                ? invocation.arguments().flatMap(argument -> ofWord(argument.value()))
                : Vector.empty())
        .map(assigned -> assigned.in(home))
        .filter(assigned -> assigned.path().startsWith("/"));
  }

  /** What a word of {@code export} or {@code env} sets. */
  private static Option<AssignedPath> ofWord(Option<String> word) {
    Matcher assignment = ASSIGNMENT.matcher(word.getOrElse(""));
    return assignment.matches()
        ? Option.some(new AssignedPath(assignment.group(1), assignment.group(2), true))
        : Option.none();
  }

  /** With the home directory in the place of a tilde, which a shell expands after the {@code =} of an assignment. */
  private AssignedPath in(Option<String> home) {
    boolean inHome = path.equals("~") || path.startsWith("~/");
    return new AssignedPath(
        variable, Paths.clean(inHome && home.isDefined() ? home.get() + path.substring(1) : path), exported);
  }
}
