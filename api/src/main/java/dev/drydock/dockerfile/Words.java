package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import java.util.regex.Pattern;

/** What callers give as a part of an instruction, looked at before anything is written. */
final class Words {

  private static final Pattern VARIABLE = Pattern.compile("\\$.", Pattern.DOTALL);

  private Words() {}

  /** Text on one line. */
  static String line(String value, String name, String allowed) {
    Given.notBlank(value, name, allowed);
    if (hasLineBreak(value)) {
      throw Given.refused(name, allowed + ", on one line, since a line break would begin another instruction", value);
    }
    return value;
  }

  /** One word. */
  static String word(String value, String name, String allowed) {
    line(value, name, allowed);
    if (value.chars().anyMatch(c -> Character.isWhitespace(c) || Character.isISOControl(c))) {
      throw Given.refused(name, allowed + ", without blanks, since BuildKit splits the line there", value);
    }
    return value;
  }

  /** One word that matches, or that holds a variable, whose value only the build knows. */
  static String matching(Pattern pattern, String value, String name, String allowed) {
    word(value, name, allowed);
    if (!hasVariable(value) && !pattern.matcher(value).matches()) {
      throw Given.refused(name, allowed, value);
    }
    return value;
  }

  /** A value of a flag: text on one line, in printable ASCII. */
  static String flag(String value, String name, String allowed) {
    line(value, name, allowed);
    if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw Given.refused(name, allowed + ", in printable ASCII, since BuildKit reads flags byte by byte", value);
    }
    return value;
  }

  /** Whether BuildKit would put a variable's value in. */
  static boolean hasVariable(String value) {
    return VARIABLE.matcher(value).find();
  }

  static boolean hasLineBreak(String value) {
    return value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0;
  }

  /** The text with an underline for each character in braces, such as those of {@code ${A:-b}}. */
  static String withoutBraced(String text) {
    StringBuilder open = new StringBuilder(text);
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth != 0) {
        open.setCharAt(i, '_');
      }
    }
    return open.toString();
  }
}
