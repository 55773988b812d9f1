package dev.drydock.caching;

import dev.drydock.given.Given;
import io.vavr.collection.LinkedHashSet;
import io.vavr.collection.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code id} of a cache mount: what BuildKit knows the cache by.
 *
 * <p>It may hold what stands in a flag as it is: ASCII without blanks, commas, quotes, backslashes and backticks. BuildKit
 * takes it literally, without cleaning it as it cleans a target, and expands variables in it: {@code $NAME} or {@code
 * ${NAME}}.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/split_command.go} (a flag is read byte by byte,
 * as a word), {@code commands_runmount.go} (its value is a CSV record, each field expanded), {@code
 * dockerfile2llb/convert_runmount.go}.
 *
 * @param text as it stands behind {@code id=}
 */
public record CacheId(String text) {

  private static final Pattern VARIABLE = Pattern.compile("\\$(?:\\{(\\w+)}|([A-Za-z_]\\w*))");
  private static final Pattern MODIFIED = Pattern.compile("\\$(?:\\{([A-Za-z_]\\w*)([^}]*)}|([A-Za-z_]\\w*))");
  private static final String BREAKS_A_FLAG = ",\"'\\`";

  /**
   * An id of this text.
   *
   * @throws IllegalArgumentException where it is empty, holds a character that would break the flag, or a dollar sign
   *     that begins no plain variable
   */
  public CacheId {
    Given.notNull(text, "text");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("an id of a cache mount is not empty");
    }
    for (int i = 0; i < text.length(); i++) {
      if (!standsInAFlag(text.charAt(i))) {
        throw new IllegalArgumentException(
            String.format(
                "no id of a cache mount: %s holds the character U+%04X; what may stand there is ASCII without blanks,"
                    + " commas, quotes, backslashes and backticks",
                text, (int) text.charAt(i)));
      }
    }
    if (VARIABLE.matcher(text).replaceAll("").indexOf('$') >= 0) {
      throw new IllegalArgumentException(
          "no id of a cache mount: in " + text + " a dollar sign begins neither $NAME nor ${NAME}");
    }
  }

  static boolean standsInAFlag(char c) {
    return c > ' ' && c < 0x7F && BREAKS_A_FLAG.indexOf(c) < 0;
  }

  /** The names of the variables in it, in order. */
  public Set<String> variables() {
    Set<String> names = LinkedHashSet.empty();
    Matcher variable = VARIABLE.matcher(text);
    while (variable.find()) {
      names = names.add(variable.group(1) == null ? variable.group(2) : variable.group(1));
    }
    return names;
  }

  /** A text as it can stand in an id: variables with their modifiers behind them, what cannot stand there as its code. */
  static String escaped(String written) {
    StringBuilder id = new StringBuilder();
    int end = 0;
    Matcher variable = MODIFIED.matcher(written);
    while (variable.find()) {
      encode(written.substring(end, variable.start()), id);
      boolean braced = variable.group(1) != null;
      id.append("${").append(braced ? variable.group(1) : variable.group(3)).append('}');
      encode(braced ? variable.group(2) : "", id);
      end = variable.end();
    }
    encode(written.substring(end), id);
    return id.toString();
  }

  private static void encode(String literal, StringBuilder id) {
    for (int i = 0; i < literal.length(); i++) {
      char c = literal.charAt(i);
      if (standsInAFlag(c) && c != '%' && c != '$') {
        id.append(c);
      } else {
        id.append(String.format("%%%04X", (int) c));
      }
    }
  }

  /** The text. */
  @Override
  public String toString() {
    return text;
  }
}
