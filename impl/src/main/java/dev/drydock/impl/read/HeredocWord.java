package dev.drydock.impl.read;

import org.jspecify.annotations.Nullable;

/**
 * A word that opens a heredoc, such as {@code 3<<-"EOF"}: {@code heredocFromMatch} in
 * {@code frontend/dockerfile/parser/parser.go}.
 *
 * @param broken whether the word looks like a heredoc but BuildKit cannot read it; then the file does not parse
 * @param start where the word stands in the joined line
 */
record HeredocWord(
    String name, boolean expand, boolean chomp, int fileDescriptor, boolean broken, int start, int end) {

  /** Reads a word as the lexer leaves it, quotes and escapes in place; {@code null} if it opens no heredoc. */
  static @Nullable HeredocWord of(String word, int start, int end) {
    int digits = 0;
    while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
      digits++;
    }
    if (!word.startsWith("<<", digits)) {
      return null;
    }
    int at = digits + 2;
    boolean chomp = at < word.length() && word.charAt(at) == '-';
    if (chomp) {
      at++;
    }
    while (at < word.length() && isBlank(word.charAt(at))) {
      at++;
    }
    if (at == word.length() || word.indexOf('<', at) >= 0) {
      return null;
    }
    return named(word.substring(at), chomp, descriptor(word, digits), start, end);
  }

  private static @Nullable HeredocWord named(String rest, boolean chomp, int descriptor, int start, int end) {
    if (isPlain(rest)) {
      return new HeredocWord(rest, true, chomp, descriptor, false, start, end);
    }
    HeredocWord broken = new HeredocWord(rest, true, chomp, descriptor, true, start, end);
    ShellWords words = ShellLexer.words(rest, false, false);
    if (words == null) {
      return broken;
    }
    if (words.list().size() != 1) {
      return null;
    }
    ShellWords raw = ShellLexer.words(rest, true, false);
    if (raw == null || raw.list().size() != 1) {
      return broken;
    }
    String name = words.list().get(0).text();
    boolean expand = quotes(name) == quotes(raw.list().get(0).text());
    return new HeredocWord(name, expand, chomp, descriptor, false, start, end);
  }

  /** Most delimiters are letters, for which the lexer need not be asked. */
  private static boolean isPlain(String rest) {
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if ((c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\n';
  }

  private static int descriptor(String word, int digits) {
    int value = 0;
    for (int i = 0; i < digits; i++) {
      if (value > (Integer.MAX_VALUE - 9) / 10) {
        return Integer.MAX_VALUE;
      }
      value = value * 10 + word.charAt(i) - '0';
    }
    return value;
  }

  private static int quotes(String text) {
    int count = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\'' || text.charAt(i) == '"') {
        count++;
      }
    }
    return count;
  }
}
