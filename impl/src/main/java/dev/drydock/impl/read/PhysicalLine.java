package dev.drydock.impl.read;

/**
 * One line between line feeds, and whether the next one continues it: {@code scanLines},
 * {@code trimNewline} and {@code lineContinuationRegex} in {@code frontend/dockerfile/parser/parser.go}.
 */
final class PhysicalLine {

  static final char BYTE_ORDER_MARK = '\uFEFF';

  private PhysicalLine() {}

  /** Where the line feed that ends the line lies; {@code end} where the text ends without one. */
  static int feed(String text, int start, int end) {
    int feed = text.indexOf('\n', start);
    return feed < 0 || feed > end ? end : feed;
  }

  /** Behind the last character before the line ending; a run of carriage returns belongs to the ending. */
  static int contentEnd(String text, int start, int feed) {
    int at = feed;
    while (at > start && text.charAt(at - 1) == '\r') {
      at--;
    }
    return at;
  }

  /** The first character of a line that is no space, or its line feed, or {@code end}. */
  static int indent(String text, int start, int end) {
    int at = start;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '\n' || !Whitespace.isSpace(c)) {
        break;
      }
      at++;
    }
    return at;
  }

  /**
   * Where the escape character that continues the line lies, or -1: it stands last but for blanks and tabs, and
   * no other escape character stands before it.
   */
  static int continuation(String text, int start, int contentEnd, char escape) {
    int last = contentEnd - 1;
    while (last >= start && (text.charAt(last) == ' ' || text.charAt(last) == '\t')) {
      last--;
    }
    if (last < start || text.charAt(last) != escape) {
      return -1;
    }
    return last == start || text.charAt(last - 1) != escape ? last : -1;
  }
}
