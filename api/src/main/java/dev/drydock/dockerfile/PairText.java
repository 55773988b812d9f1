package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.Engine;
import io.vavr.collection.Vector;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A name and a value as text of ENV, ARG and LABEL, whose variables and quotes BuildKit expands. A value is in double
 * quotes only where BuildKit would otherwise read another one.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/shell/lex.go}.
 */
record PairText(String name, String value) {

  private static final char ESCAPE = '\\';

  /** Characters with a meaning of their own; the backtick is the escape character of some files. */
  private static final String SPECIAL = "\"'\\`";

  private static final char BYTE_ORDER_MARK = '\ufeff';

  /** A pair whose variables stay variables. */
  static PairText of(String name, String value) {
    return new PairText(name(name), expandedValue(value));
  }

  /** A pair in which a dollar is a dollar. */
  static PairText literal(String name, String value) {
    return new PairText(literalName(name), literalValue(value));
  }

  /** The pairs of a map whose variables stay variables. */
  static Vector<PairText> of(Map<String, String> pairs, String name) {
    Vector<PairText> all = Vector.empty();
    for (Map.Entry<String, String> pair : ordered(pairs, name).entrySet()) {
      all = all.append(of(pair.getKey(), pair.getValue()));
    }
    return all;
  }

  /** The pairs of a map in which a dollar is a dollar. */
  static Vector<PairText> literal(Map<String, String> pairs, String name) {
    Vector<PairText> all = Vector.empty();
    for (Map.Entry<String, String> pair : ordered(pairs, name).entrySet()) {
      all = all.append(literal(pair.getKey(), pair.getValue()));
    }
    return all;
  }

  /** A map in its own order where it has one, else by names: a text must not differ from one run to the next. */
  private static Map<String, String> ordered(Map<String, String> pairs, String name) {
    Given.notNull(pairs, name);
    if (pairs.isEmpty()) {
      throw Given.refused(name, "at least one name and value", pairs);
    }
    pairs.forEach(
        (key, value) -> {
          Given.notNull(key, name);
          Given.notNull(value, name + "[" + key + "]");
        });
    boolean hasOrder = pairs instanceof LinkedHashMap || pairs instanceof SortedMap;
    return hasOrder ? pairs : new TreeMap<>(pairs);
  }

  /** As it stands in the instruction. */
  String text() {
    return name + "=" + value;
  }

  /** A name, which may hold variables but nothing that would be taken away. */
  static String name(String name) {
    Given.notBlank(name, "name", "a name");
    if (name.indexOf('=') >= 0 || name.chars().anyMatch(PairText::needsQuotes)) {
      throw Given.refused("name", "a name that BuildKit leaves as it is, without blanks, quotes, escapes and =", name);
    }
    return name;
  }

  /** A name without variables. */
  static String literalName(String name) {
    if (Given.notNull(name, "name").indexOf('$') >= 0) {
      throw Given.refused("name", "a name without a dollar, since BuildKit would expand it", name);
    }
    return name(name);
  }

  private static String oneLine(String value) {
    if (Words.hasLineBreak(Given.notNull(value, "value"))) {
      throw Given.refused("value", "text on one line, since a line break would begin another instruction", value);
    }
    return value;
  }

  /** A value whose variables stay variables: {@code $NAME} and {@code ${…}}. */
  private static String expandedValue(String given) {
    String value = oneLine(given);
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
  private static String literalValue(String given) {
    String value = oneLine(given);
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
    throw Given.refused("value", "variables that BuildKit can expand: ${NAME}, ${NAME:-default} and the like", value.substring(start));
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

  /**
   * A value as it was given, from how it is written: quotes and escapes go, variables stay. A dollar that is text is then
   * one too.
   */
  static String unquoted(String written, char escape) {
    StringBuilder value = new StringBuilder();
    char quote = '\0';
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      char next = i + 1 < written.length() ? written.charAt(i + 1) : '\0';
      int close = quote != '\'' && c == '$' && next == '{' ? closingBrace(written, i, escape) : -1;
      if (close > 0) {
        value.append(written, i, close + 1);
        i = close;
      } else if (c == quote) {
        quote = '\0';
      } else if (quote == '\0' && (c == '"' || c == '\'')) {
        quote = c;
      } else if (c == escape && next != '\0' && isEscaped(next, quote, escape)) {
        value.append(next);
        i++;
      } else {
        value.append(c);
      }
    }
    return value.toString();
  }

  /** In double quotes only a quote, a dollar and the escape character are escaped, in single quotes nothing is. */
  private static boolean isEscaped(char c, char quote, char escape) {
    return quote == '\0' || (quote == '"' && (c == '"' || c == '$' || c == escape));
  }

  /** Where the variable ends that begins here; -1 where BuildKit could not expand it. */
  private static int closingBrace(String written, int start, char escape) {
    for (int close = written.indexOf('}', start); close >= 0; close = written.indexOf('}', close + 1)) {
      if (Engine.get().expand(written.substring(start, close + 1), escape, name -> "x") != null) {
        return close;
      }
    }
    return -1;
  }
}
