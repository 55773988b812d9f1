package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.Paths;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A path that a command of a RUN sets a variable to.
 *
 * @param exported whether a program gets the variable: {@code HF_HOME=/x python}, {@code export HF_HOME=/x}
 */
public record AssignedPath(String variable, String path, boolean exported) {

  private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_]\\w*)=([/~].*)", Pattern.DOTALL);

  /** What a word of {@code export} or {@code env} sets. */
  static Option<AssignedPath> ofWord(Option<String> word, boolean exported) {
    Matcher assignment = ASSIGNMENT.matcher(word.getOrElse(""));
    return assignment.matches()
        ? Option.some(new AssignedPath(assignment.group(1), assignment.group(2), exported))
        : Option.none();
  }

  /** With the home directory in the place of a tilde, which a shell expands after the {@code =} of an assignment. */
  AssignedPath in(Option<String> home) {
    boolean inHome = path.equals("~") || path.startsWith("~/");
    return new AssignedPath(
        variable, Paths.clean(inHome && home.isDefined() ? home.get() + path.substring(1) : path), exported);
  }
}
