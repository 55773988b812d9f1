package dev.drydock.impl.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits text into words and keeps their quotes: {@code parseWords} in
 * {@code frontend/dockerfile/parser/line_parsers.go}.
 */
final class WordReader {

  private WordReader() {}

  static List<Argument> read(String line, int start, int end, char escape) {
    List<Argument> words = new ArrayList<>();
    int at = Whitespace.trimStart(line, start, end);
    while (at < end) {
      int wordEnd = wordEnd(line, at, end, escape);
      if (wordEnd > at) {
        words.add(new Argument(line.substring(at, wordEnd), at, wordEnd));
        at = wordEnd;
      } else {
        at++;
      }
      at = Whitespace.trimStart(line, at, end);
    }
    return words;
  }

  /** Where the word ends; an escape character at the very end of the line does not count. */
  private static int wordEnd(String line, int start, int end, char escape) {
    char quote = 0;
    for (int at = start; at < end; at++) {
      char c = line.charAt(at);
      if (c == escape && quote != '\'') {
        at++;
        if (at == end) {
          return end - 1;
        }
      } else if (quote != 0) {
        if (c == quote) {
          quote = 0;
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (Whitespace.isSpace(c)) {
        return at;
      }
    }
    return end;
  }
}
