package dev.drydock.impl.caching.effect;

/** The quotes of a word as a POSIX shell reads them (POSIX XCU 2.2). */
final class Quotes {

  private Quotes() {}

  /** Whether one of these characters stands in a word outside of quotes. */
  static boolean leaveUnquoted(String text, String characters) {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\\') {
        i++;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (characters.indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }
}
