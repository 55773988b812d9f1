package dev.drydock.cli.services;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The variables of compose files and bake files, which take their values from the environment. */
final class Variables {

  /** {@code $NAME}, {@code ${NAME}}, {@code ${NAME-default}}, {@code ${NAME:-default}}, and {@code $$} for a dollar. */
  private static final Pattern VARIABLE = Pattern.compile("\\$(?:(\\$)|(\\w+)|\\{(\\w+)(?::?-([^}]*))?\\})");

  private Variables() {}

  /**
   * A text with the values of its variables.
   *
   * @param what what the text is, to be said of it
   * @throws Unreadable where a variable has no value
   */
  static String expand(String what, String text) {
    StringBuilder expanded = new StringBuilder();
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      variable.appendReplacement(expanded, Matcher.quoteReplacement(variable.group(1) == null ? value(variable, what) : "$"));
    }
    return variable.appendTail(expanded).toString();
  }

  private static String value(Matcher variable, String what) {
    String name = variable.group(2) == null ? variable.group(3) : variable.group(2);
    String value = System.getenv().getOrDefault(name, variable.group(4) == null ? "" : variable.group(4));
    if (value.isEmpty()) {
      throw new Unreadable("its " + what + " has the variable " + name + ", which has no value here");
    }
    return value;
  }
}
