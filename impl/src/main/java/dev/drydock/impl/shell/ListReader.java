package dev.drydock.impl.shell;

import dev.drydock.spi.ShellBlock;
import dev.drydock.spi.ShellConnector;

/** Reads lists and pipelines (POSIX XCU 2.9.2, 2.9.3). */
final class ListReader {

  private final ScriptReader reader;
  private final Cursor cursor;

  ListReader(ScriptReader reader, Cursor cursor) {
    this.reader = reader;
    this.cursor = cursor;
  }

  /** Reads a list of at least one command up to what ends it, which is left for the caller. */
  void list(ShellBlock kind) {
    list(kind, false);
  }

  /** Reads a list that may be empty: {@code $()}, a branch of {@code case}. */
  void listOrNothing(ShellBlock kind) {
    list(kind, true);
  }

  private void list(ShellBlock kind, boolean mayBeEmpty) {
    cursor.sink.open(kind, cursor.pos);
    if (cursor.enter()) {
      int start = cursor.pos;
      newlines();
      if (!mayBeEmpty && (cursor.atEnd() || atTerminator())) {
        cursor.stop(start, "a command was expected, not " + cursor.here());
      }
      items();
    }
    cursor.leave();
    cursor.sink.close(cursor.end);
  }

  /** Reads the commands of a list that is open. */
  void items() {
    newlines();
    while (!cursor.atEnd() && !atTerminator()) {
      pipeline();
      cursor.blanks();
      if (!connector()) {
        return;
      }
    }
  }

  /** Skips line ends, with the here-documents behind them, blanks and comments. */
  void newlines() {
    cursor.blanks();
    while (cursor.peek() == '\n') {
      newline();
      cursor.blanks();
    }
  }

  private void newline() {
    cursor.pos++;
    reader.heredocs.bodies();
  }

  /** Whether something stands here that ends a list. */
  private boolean atTerminator() {
    return switch (cursor.peek()) {
      case ')' -> true;
      case ';' -> cursor.peek(1) == ';' || cursor.peek(1) == '&';
      default ->
          switch (cursor.reserved()) {
            case "then", "else", "elif", "fi", "do", "done", "esac", "}" -> true;
            default -> false;
          };
    };
  }

  /** Reads what connects one command to the next; false where the list ends without. */
  private boolean connector() {
    int start = cursor.pos;
    switch (cursor.peek()) {
      case '&' -> {
        if (cursor.peek(1) == '&') {
          joined(ShellConnector.AND, start);
        } else {
          separated(ShellConnector.BACKGROUND, start);
        }
      }
      case '|' -> joined(ShellConnector.OR, start);
      case ';' -> {
        if (atTerminator()) {
          return false;
        }
        separated(ShellConnector.SEMICOLON, start);
      }
      case '\n' -> {
        newline();
        if (!cursor.stopped()) {
          cursor.sink.connector(ShellConnector.NEWLINE, cursor.pos - 1, cursor.pos);
        }
        newlines();
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private void joined(ShellConnector kind, int start) {
    cursor.take(2);
    cursor.sink.connector(kind, start, cursor.pos);
    newlines();
    if (cursor.atEnd() || atTerminator()) {
      cursor.stop(start, "no command after " + (kind == ShellConnector.AND ? "&&" : "||"));
    }
  }

  private void separated(ShellConnector kind, int start) {
    cursor.pos++;
    cursor.sink.connector(kind, start, cursor.pos);
    newlines();
  }

  private void pipeline() {
    int start = cursor.pos;
    boolean negated = false;
    boolean prefix = true;
    while (prefix) {
      switch (cursor.reserved()) {
        case "!" -> {
          negated = !negated;
          cursor.take(1);
        }
        case "time" -> time();
        default -> prefix = false;
      }
      cursor.blanks();
    }
    element(start, negated);
    cursor.blanks();
    while (cursor.peek() == '|' && cursor.peek(1) != '|') {
      int pipe = cursor.pos;
      cursor.take(cursor.peek(1) == '&' ? 2 : 1);
      cursor.sink.connector(ShellConnector.PIPE, pipe, cursor.pos);
      newlines();
      element(cursor.pos, false);
      cursor.blanks();
    }
  }

  private void time() {
    cursor.take("time".length());
    cursor.blanks();
    if (cursor.at("-p") && Cursor.endsWord(cursor.peek(2))) {
      cursor.take(2);
    }
  }

  private void element(int start, boolean negated) {
    cursor.sink.element(start, negated);
    reader.commands.command();
    cursor.sink.elementEnd(cursor.end);
  }
}
