package dev.drydock.impl.shell;

import dev.drydock.spi.ShellSink;

/** A place in a text, and what is needed everywhere to go on from there. */
final class Cursor {

  /** How deep scripts, lists, words and expansions may be nested before reading stops. */
  static final int DEEPEST = 150;

  /** What {@link #peek} gives at the end, and once reading has stopped. */
  static final int END = -1;

  private static final String[] RESERVED = {
    "!", "{", "}", "[[", "]]", "case", "coproc", "do", "done", "elif", "else", "esac", "fi", "for",
    "function", "if", "in", "select", "then", "time", "until", "while"
  };

  private static final int LONGEST_RESERVED = 8;

  final String text;
  final ShellSink sink;

  /** The next character. */
  int pos;

  /** Where the last token ended. */
  int end;

  /** Behind the last character that may be read. */
  int limit;

  private int depth;
  private boolean stopped;

  Cursor(String text, ShellSink sink, int depth) {
    this.text = text;
    this.sink = sink;
    this.depth = depth;
    this.limit = text.length();
  }

  int depth() {
    return depth;
  }

  boolean stopped() {
    return stopped;
  }

  boolean atEnd() {
    return stopped || pos >= limit;
  }

  int peek() {
    return atEnd() ? END : text.charAt(pos);
  }

  int peek(int ahead) {
    return stopped || pos + ahead >= limit ? END : text.charAt(pos + ahead);
  }

  boolean at(String expected) {
    return !stopped && pos + expected.length() <= limit && text.startsWith(expected, pos);
  }

  /** Steps over a token. */
  void take(int length) {
    pos += length;
    end = pos;
  }

  /** Steps over a token, or stops where another one stands. */
  void expect(String token, int from, String reason) {
    if (at(token)) {
      take(token.length());
    } else {
      stop(from, reason);
    }
  }

  /** Nothing from here on is read; the first reason counts. */
  void stop(int from, String reason) {
    if (!stopped) {
      sink.stopped(Math.min(from, text.length()), text.length(), reason);
      stopped = true;
    }
  }

  /** Goes one level deeper, or stops where that would be too deep; undone by {@link #leave}. */
  boolean enter() {
    depth++;
    if (depth > DEEPEST) {
      stop(pos, "nested too deep");
    }
    return !stopped;
  }

  void leave() {
    depth--;
  }

  /** Skips blanks, joined lines, and a comment where one begins. */
  void blanks() {
    while (true) {
      int c = peek();
      if (c == ' ' || c == '\t') {
        pos++;
      } else if (c == '\\' && peek(1) == '\n') {
        pos += 2;
      } else if (c == '#') {
        comment();
        return;
      } else {
        return;
      }
    }
  }

  /** Skips what stands for itself in a word: up to what ends the word, quotes or expands. */
  void plain() {
    while (pos < limit && !endsWord(text.charAt(pos)) && !quotesOrExpands(text.charAt(pos))) {
      pos++;
    }
  }

  /** Whether a character begins a quote, an escape or an expansion. */
  static boolean quotesOrExpands(int c) {
    return switch (c) {
      case '\'', '"', '\\', '$', '`' -> true;
      default -> false;
    };
  }

  private void comment() {
    int line = text.indexOf('\n', pos);
    pos = line < 0 || line > limit ? limit : line;
  }

  /** The reserved word that stands here, as a word of its own; else an empty string. */
  String reserved() {
    if (pos >= limit || !beginsReserved(text.charAt(pos))) {
      return "";
    }
    int to = pos;
    while (to < limit && to - pos <= LONGEST_RESERVED && !endsWord(text.charAt(to)) && !continuesBlank(to)) {
      to++;
    }
    if (atEnd() || to == pos || to - pos > LONGEST_RESERVED) {
      return "";
    }
    for (String word : RESERVED) {
      if (word.length() == to - pos && text.startsWith(word, pos)) {
        return word;
      }
    }
    return "";
  }

  private static boolean beginsReserved(char c) {
    return switch (c) {
      case '!', '{', '}', '[', ']', 'c', 'd', 'e', 'f', 'i', 's', 't', 'u', 'w' -> true;
      default -> false;
    };
  }

  /** Whether a joined line begins at an offset, and what follows it ends a word. */
  boolean continuesBlank(int offset) {
    int to = offset;
    while (text.startsWith("\\\n", to) && to + 2 <= limit) {
      to += 2;
    }
    return to > offset && (to >= limit || endsWord(text.charAt(to)));
  }

  /** What stands here, for a message. */
  String here() {
    int c = peek();
    String word = reserved();
    return c == END ? "end" : word.isEmpty() ? "'" + (char) c + "'" : "'" + word + "'";
  }

  /** Whether a character that is not quoted ends a word (POSIX XCU 2.3). */
  static boolean endsWord(int c) {
    return switch (c) {
      case END, ' ', '\t', '\n', ';', '&', '|', '(', ')', '<', '>' -> true;
      default -> false;
    };
  }

  static boolean startsName(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  static boolean inName(int c) {
    return startsName(c) || isDigit(c);
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /** Behind the name that begins at an offset; the offset itself where none does. */
  int nameEnd(int from) {
    int to = from;
    if (to < limit && startsName(text.charAt(to))) {
      while (to < limit && inName(text.charAt(to))) {
        to++;
      }
    }
    return to;
  }
}
