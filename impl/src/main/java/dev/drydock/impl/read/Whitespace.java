package dev.drydock.impl.read;

/**
 * The two notions of white space that BuildKit has: Go's {@code unicode.IsSpace}, which trims lines and splits
 * words, and the narrower set that parts a keyword from its arguments ({@code reWhitespace} in
 * {@code frontend/dockerfile/parser/parser.go}).
 */
final class Whitespace {

  private Whitespace() {}

  /** Whether Go's {@code unicode.IsSpace} holds. */
  static boolean isSpace(char c) {
    if (c <= ' ') {
      return c == ' ' || (c >= '\t' && c <= '\r');
    }
    return c >= 0x85 && isWideSpace(c);
  }

  private static boolean isWideSpace(char c) {
    return c == 0x85
        || c == 0xA0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  /** Whether the character parts a keyword from its arguments, and the words of COPY, FROM or EXPOSE. */
  static boolean isSeparator(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == 0x0B;
  }

  /** The first offset in the range that holds no space; {@code end} where there is none. */
  static int trimStart(CharSequence text, int start, int end) {
    int at = start;
    while (at < end && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Behind the last character of the range that is no space; {@code start} where there is none. */
  static int trimEnd(CharSequence text, int start, int end) {
    int at = end;
    while (at > start && isSpace(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  /** Behind the run of separators that begins at {@code start}. */
  static int skipSeparators(CharSequence text, int start, int end) {
    int at = start;
    while (at < end && isSeparator(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Where the next separator lies; {@code end} where there is none. */
  static int separator(CharSequence text, int start, int end) {
    int at = start;
    while (at < end && !isSeparator(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
