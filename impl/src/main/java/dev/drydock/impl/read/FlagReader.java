package dev.drydock.impl.read;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the flags behind a keyword: {@code extractBuilderFlags} in
 * {@code frontend/dockerfile/parser/split_command.go}. BuildKit goes byte by byte and takes each byte for a
 * character, so that what is not ASCII comes out as Latin-1, and the bytes 0x85 and 0xA0 end a word.
 */
final class FlagReader {

  private final String line;
  private final int end;
  private final char escape;
  private final List<CommandSplit.Flag> flags = new ArrayList<>(4);
  private final StringBuilder word = new StringBuilder();
  private int at;

  FlagReader(String line, int start, int end, char escape) {
    this.line = line;
    this.at = start;
    this.end = end;
    this.escape = escape;
  }

  List<CommandSplit.Flag> flags() {
    return flags;
  }

  /** Reads all flags and returns where the argument text begins. */
  int read() {
    while (true) {
      at = Whitespace.skipSeparators(line, at, end);
      if (at + 1 >= end || line.charAt(at) != '-' || line.charAt(at + 1) != '-') {
        return at;
      }
      int start = at;
      word.setLength(0);
      readWord();
      if (word.length() == 2 && word.charAt(0) == '-' && word.charAt(1) == '-') {
        return at;
      }
      flags.add(new CommandSplit.Flag(word.toString(), start, at));
    }
  }

  private void readWord() {
    char quote = 0;
    while (at < end) {
      char c = line.charAt(at);
      if (c == escape) {
        at++;
        if (at == end) {
          return;
        }
        if (line.charAt(at) < 0x80) {
          word.append(line.charAt(at++));
        } else if (appendBytes(true, quote != 0)) {
          return;
        }
      } else if (c >= 0x80) {
        if (appendBytes(false, quote != 0)) {
          return;
        }
      } else if (quote != 0) {
        at++;
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (Whitespace.isSpace(c)) {
        return;
      } else {
        at++;
        if (c == '\'' || c == '"') {
          quote = c;
        } else {
          word.append(c);
        }
      }
    }
  }

  /** Appends a character's UTF-8 bytes as Latin-1; true where one of them ends the word. */
  private boolean appendBytes(boolean firstIsEscaped, boolean quoted) {
    int codePoint = line.codePointAt(at);
    at += Character.charCount(codePoint);
    boolean literal = firstIsEscaped || quoted;
    int length = codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    for (int i = length - 1; i >= 0; i--) {
      int bits = codePoint >> (6 * i);
      int unit = i == length - 1 ? bits | ((0xF00 >> length) & 0xFF) : (bits & 0x3F) | 0x80;
      if (!literal && (unit == 0x85 || unit == 0xA0)) {
        return true;
      }
      word.append((char) unit);
      literal = quoted;
    }
    return false;
  }
}
