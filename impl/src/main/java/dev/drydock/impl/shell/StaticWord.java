package dev.drydock.impl.shell;

import org.jspecify.annotations.Nullable;

/** Takes a word out of its quotes (POSIX XCU 2.6.7), keeping where each character was. */
final class StaticWord {

  private final String text;
  private final int start;
  private final int end;
  private final Unquoted result = new Unquoted();
  private int pos;

  private StaticWord(String text, int start, int end) {
    this.text = text;
    this.start = start;
    this.pos = start;
    this.end = end;
  }

  /** The word between two offsets; {@code null} where it is known only when it runs. */
  static @Nullable Unquoted read(String text, int start, int end) {
    StaticWord word = new StaticWord(text, start, end);
    return word.read() ? word.result : null;
  }

  private boolean read() {
    while (pos < end) {
      char c = text.charAt(pos);
      switch (c) {
        case '\'' -> single();
        case '"' -> {
          if (!doubled()) {
            return false;
          }
        }
        case '\\' -> escape(true);
        case '$', '`', '<', '>', '(' -> {
          return false;
        }
        case '~' -> {
          if (pos == start) {
            return false;
          }
          plain();
        }
        default -> plain();
      }
    }
    return true;
  }

  private void plain() {
    result.add(text.charAt(pos), pos, pos + 1);
    pos++;
  }

  private void single() {
    pos++;
    while (text.charAt(pos) != '\'') {
      plain();
    }
    pos++;
  }

  private boolean doubled() {
    pos++;
    while (text.charAt(pos) != '"') {
      char c = text.charAt(pos);
      if (c == '\\') {
        escape("$`\"\\\n".indexOf(text.charAt(pos + 1)) >= 0);
      } else if (c == '`' || (c == '$' && !isVariable())) {
        return false;
      } else {
        if (c == '$') {
          result.expand();
        }
        plain();
      }
    }
    pos++;
    return true;
  }

  /** Whether the {@code $} here introduces a plain {@code $name} or {@code ${name}}. */
  private boolean isVariable() {
    int at = pos + 1;
    boolean braces = text.charAt(at) == '{';
    at += braces ? 1 : 0;
    int name = at;
    while (Cursor.inName(text.charAt(at))) {
      at++;
    }
    return at > name && Cursor.startsName(text.charAt(name)) && (!braces || text.charAt(at) == '}');
  }

  /** A backslash: removed with a line end, else removed where it protects the next character. */
  private void escape(boolean protects) {
    if (!protects || pos + 1 >= end) {
      plain();
    } else if (text.charAt(pos + 1) == '\n') {
      pos += 2;
    } else {
      result.add(text.charAt(pos + 1), pos, pos + 2);
      pos += 2;
    }
  }
}
