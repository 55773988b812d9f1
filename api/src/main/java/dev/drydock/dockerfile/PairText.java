package dev.drydock.dockerfile;

import dev.drydock.spi.Engine;

/**
 * The text of a name and a value in ENV, ARG and LABEL, whose variables and quotes BuildKit expands. A value is in
 * double quotes only where BuildKit would otherwise read another one.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/shell/lex.go}.
 */
final class PairText {

  private static final char ESCAPE = '\\';

  /** Characters with a meaning of their own; the backtick is the escape character of some files. */
  private static final String SPECIAL = "\"'\\`";

  private static final char BYTE_ORDER_MARK = '\ufeff';

  private PairText() {}

  /** A name, which may hold variables but nothing that would be taken away. */
  static String name(String name) {
    if (name.isEmpty() || name.indexOf('=') >= 0 || name.chars().anyMatch(PairText::needsQuotes)) {
      throw new IllegalArgumentException("not a name that BuildKit would leave as it is: " + name);
    }
    return name;
  }

  /** A name without variables. */
  static String literalName(String name) {
    if (name.indexOf('$') >= 0) {
      throw new IllegalArgumentException("not a literal name, since BuildKit expands its dollar: " + name);
    }
    return name(name);
  }

  /** A value whose variables stay variables: {@code $NAME} and {@code ${…}}. */
  static String value(String value) {
    StringBuilder quoted = new StringBuilder();
    int at = 0;
    while (at < value.length()) {
      int end = variableEnd(value, at);
      if (end > at) {
        quoted.append(value, at, end);
        at = end;
      } else {
        appendText(quoted, value.charAt(at++));
      }
    }
    return quotedWhereNeeded(value, quoted.toString());
  }

  /** A value in which a dollar is a dollar. */
  static String literal(String value) {
    StringBuilder quoted = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '$') {
        quoted.append(ESCAPE);
      }
      appendText(quoted, c);
    }
    return quotedWhereNeeded(value, quoted.toString());
  }

  private static void appendText(StringBuilder quoted, char c) {
    if (c == '"' || c == ESCAPE) {
      quoted.append(ESCAPE);
    }
    quoted.append(c);
  }

  /**
   * The end of what is left as it is at this place: of {@code ${…}}, or of the variable {@code $$}. The name of a
   * {@code $NAME} holds nothing that would be escaped, so it needs no end.
   */
  private static int variableEnd(String value, int start) {
    if (value.startsWith("$$", start)) {
      return start + 2;
    }
    if (!value.startsWith("${", start)) {
      return start;
    }
    for (int close = value.indexOf('}', start); close >= 0; close = value.indexOf('}', close + 1)) {
      if (expands(value.substring(start, close + 1))) {
        return close + 1;
      }
    }
    throw new IllegalArgumentException("BuildKit cannot expand this variable: " + value.substring(start));
  }

  private static boolean expands(String word) {
    return Engine.get().expand(word, ESCAPE, name -> "x") != null;
  }

  private static String quotedWhereNeeded(String value, String inQuotes) {
    String quoted = '"' + inQuotes + '"';
    boolean plain = !value.isEmpty() && value.equals(inQuotes) && value.chars().noneMatch(PairText::needsQuotes);
    return plain ? value : quoted;
  }

  private static boolean needsQuotes(int c) {
    return SPECIAL.indexOf(c) >= 0
        || c == BYTE_ORDER_MARK
        || Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c);
  }
}
