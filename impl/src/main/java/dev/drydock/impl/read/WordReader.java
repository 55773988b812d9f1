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
    StringBuilder word = new StringBuilder();
    int at = Whitespace.trimStart(line, start, end);
    while (at < end) {
      int wordStart = at;
      word.setLength(0);
      at = word(line, at, end, escape, word);
      if (word.length() > 0) {
        words.add(new Argument(word.toString(), wordStart, at));
      }
      at = Whitespace.trimStart(line, at, end);
    }
    return words;
  }

  /** Reads one word and returns where it ends; an escape character at the very end is dropped. */
  private static int word(String line, int start, int end, char escape, StringBuilder word) {
    char quote = 0;
    int at = start;
    while (at < end) {
      char c = line.charAt(at);
      if (quote == 0 && Whitespace.isSpace(c)) {
        return at;
      }
      if (c == escape && quote != '\'') {
        if (at + 1 == end) {
          return end;
        }
        word.append(c).append(line.charAt(at + 1));
        at += 2;
        continue;
      }
      if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
      word.append(c);
      at++;
    }
    return end;
  }
}
