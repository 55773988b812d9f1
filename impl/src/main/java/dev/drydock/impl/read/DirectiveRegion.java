package dev.drydock.impl.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parser directives at the top of a file: {@code frontend/dockerfile/parser/directives.go}, as the line
 * parser applies it, which trims each line at its start first. The region ends with the first line that is not a
 * known directive.
 */
final class DirectiveRegion {

  private final List<Directive> directives;
  private final char escape;
  private final int end;

  private DirectiveRegion(List<Directive> directives, char escape, int end) {
    this.directives = directives;
    this.escape = escape;
    this.end = end;
  }

  static DirectiveRegion of(String source) {
    List<Directive> directives = new ArrayList<>(2);
    char escape = '\\';
    boolean escaped = false;
    int start = !source.isEmpty() && source.charAt(0) == PhysicalLine.BYTE_ORDER_MARK ? 1 : 0;
    while (start < source.length()) {
      int first = PhysicalLine.indent(source, start, source.length());
      int feed = PhysicalLine.feed(source, first, source.length());
      Directive directive = Directive.read(source, first, PhysicalLine.contentEnd(source, first, feed), "#");
      if (directive == null) {
        break;
      }
      directives.add(directive);
      if (directive.key().equals("escape") && !escaped) {
        escaped = true;
        escape = directive.value().equals("`") ? '`' : '\\';
      }
      start = Math.min(feed + 1, source.length());
    }
    return new DirectiveRegion(directives, escape, directives.isEmpty() ? 0 : start);
  }

  /** All lines of the region, with those that BuildKit refuses. */
  List<Directive> directives() {
    return directives;
  }

  /** The escape character in force; a bad or second one does not count. */
  char escape() {
    return escape;
  }

  /** Behind the last directive. */
  int end() {
    return end;
  }

  /**
   * One directive.
   *
   * @param key in lower case
   * @param offset where its comment mark lies
   */
  record Directive(String key, String value, int offset) {

    /** Reads a line without its ending as a directive behind this comment mark; {@code null} if it is none. */
    static @Nullable Directive read(String text, int start, int end, String mark) {
      if (!text.startsWith(mark, start) || start + mark.length() > end) {
        return null;
      }
      int keyStart = Whitespace.trimStart(text, start + mark.length(), end);
      int keyEnd = keyStart;
      while (keyEnd < end && isKeyPart(text.charAt(keyEnd), keyEnd == keyStart)) {
        keyEnd++;
      }
      if (keyEnd - keyStart < 5 || keyEnd - keyStart > 6) {
        return null;
      }
      String key = known(text.substring(keyStart, keyEnd));
      int equals = skipBlanks(text, keyEnd, end);
      if (key == null || equals == end || text.charAt(equals) != '=' || equals + 1 == end) {
        return null;
      }
      int valueStart = skipBlanks(text, equals + 1, end);
      if (valueStart == end) {
        return new Directive(key, text.substring(end - 1, end), start);
      }
      int valueEnd = end;
      while (isBlank(text.charAt(valueEnd - 1))) {
        valueEnd--;
      }
      return new Directive(key, text.substring(valueStart, valueEnd), start);
    }

    private static @Nullable String known(String word) {
      for (String key : new String[] {"syntax", "escape", "check"}) {
        if (key.equalsIgnoreCase(word)) {
          return key;
        }
      }
      return null;
    }

    private static boolean isKeyPart(char c, boolean first) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (!first && c >= '0' && c <= '9');
    }

    private static int skipBlanks(String text, int start, int end) {
      int at = start;
      while (at < end && isBlank(text.charAt(at))) {
        at++;
      }
      return at;
    }

    /** White space of Go's regular expressions. */
    private static boolean isBlank(char c) {
      return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\n';
    }
  }
}
