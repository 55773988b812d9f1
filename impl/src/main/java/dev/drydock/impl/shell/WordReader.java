package dev.drydock.impl.shell;

/** Reads words: quotes, escapes and what stands for itself (POSIX XCU 2.2). */
final class WordReader {

  private final ScriptReader reader;
  private final Cursor cursor;

  WordReader(ScriptReader reader, Cursor cursor) {
    this.reader = reader;
    this.cursor = cursor;
  }

  /** Whether a word begins here; {@code <(…)} and {@code >(…)} are words too. */
  boolean ahead() {
    return !Cursor.endsWord(cursor.peek()) || cursor.at("<(") || cursor.at(">(");
  }

  /** Reads a word, which may be empty. */
  void word() {
    int start = cursor.pos;
    cursor.sink.word(start);
    parts(false);
    cursor.end = Math.max(start, cursor.pos);
    cursor.sink.wordEnd(cursor.end);
  }

  /** Reads the parts of a word up to its end; a pattern may go on behind a parenthesis, which is the caller's. */
  void parts(boolean pattern) {
    while (true) {
      int c = cursor.peek();
      if ((c == '<' || c == '>') && cursor.peek(1) == '(') {
        reader.expansions.process();
      } else if (Cursor.endsWord(c) || (c == '\\' && cursor.continuesBlank(cursor.pos))) {
        if (c == '(' && !pattern) {
          cursor.stop(cursor.pos, "unexpected '('");
        }
        return;
      } else {
        part(c);
      }
    }
  }

  private void part(int c) {
    switch (c) {
      case '\'' -> single();
      case '"' -> doubled();
      case '\\' -> escape();
      case '$' -> reader.expansions.dollar(false);
      case '`' -> reader.expansions.backtick(false);
      default -> run();
    }
  }

  private void run() {
    int start = cursor.pos;
    cursor.plain();
    cursor.sink.literal(start, cursor.pos, false);
  }

  private void escape() {
    if (cursor.peek(1) == '\n') {
      while (cursor.at("\\\n")) {
        cursor.pos += 2;
      }
    } else if (cursor.peek(1) == Cursor.END) {
      literal(false);
    } else {
      cursor.pos++;
      literal(true);
    }
  }

  private void literal(boolean quoted) {
    cursor.sink.literal(cursor.pos, cursor.pos + 1, quoted);
    cursor.pos++;
  }

  void single() {
    int start = cursor.pos;
    int close = cursor.text.indexOf('\'', start + 1);
    if (close < 0 || close >= cursor.limit) {
      cursor.stop(start, "a quote is not closed");
      return;
    }
    cursor.sink.literal(start + 1, close, true);
    cursor.pos = close + 1;
  }

  void doubled() {
    int start = cursor.pos;
    cursor.sink.literal(start, start, true);
    cursor.pos++;
    if (cursor.enter()) {
      while (!cursor.atEnd() && cursor.peek() != '"') {
        quotedPart(true);
      }
      cursor.expect("\"", start, "a quote is not closed");
    }
    cursor.leave();
  }

  /** Reads text in which only expansions are special, to the end: the lines of a here-document. */
  void untilEnd() {
    while (!cursor.atEnd()) {
      quotedPart(false);
    }
  }

  private void quotedPart(boolean quotes) {
    switch (cursor.peek()) {
      case '$' -> reader.expansions.dollar(true);
      case '`' -> reader.expansions.backtick(quotes);
      case '\\' -> quotedEscape(quotes);
      default -> {
        int start = cursor.pos;
        while (cursor.pos < cursor.limit && !quotedSpecial(cursor.text.charAt(cursor.pos), quotes)) {
          cursor.pos++;
        }
        cursor.sink.literal(start, cursor.pos, true);
      }
    }
  }

  private static boolean quotedSpecial(int c, boolean quotes) {
    return c == '$' || c == '`' || c == '\\' || (quotes && c == '"');
  }

  private void quotedEscape(boolean quotes) {
    int next = cursor.peek(1);
    if (next == '\n') {
      cursor.pos += 2;
    } else if (next == '$' || next == '`' || next == '\\' || (quotes && next == '"')) {
      cursor.pos++;
      literal(true);
    } else {
      literal(true);
    }
  }

  /**
   * Reads {@code '…'} in {@code "${x:-'…'}"}, where it stands for itself. To bash the second quote must be there and
   * what is between is quoted, to POSIX neither; so only what both read alike is read.
   */
  private void literalQuotes() {
    int start = cursor.pos;
    int close = cursor.text.indexOf('\'', start + 1);
    boolean alike = close >= 0 && close < cursor.limit;
    for (int i = start + 1; alike && i < close; i++) {
      alike = "}\"$`\\".indexOf(cursor.text.charAt(i)) < 0;
    }
    if (alike) {
      cursor.sink.literal(start, close + 1, true);
      cursor.pos = close + 1;
    } else {
      cursor.stop(start, "a quote that shells read differently");
    }
  }

  /** Reads the argument of an expansion in braces up to the brace that closes it. */
  void argument(boolean quoted, boolean literalQuotes) {
    while (!cursor.atEnd() && cursor.peek() != '}') {
      int c = cursor.peek();
      switch (c) {
        case '\'' -> {
          if (literalQuotes) {
            literalQuotes();
          } else {
            single();
          }
        }
        case '"' -> doubled();
        case '\\' -> escape();
        case '$' -> reader.expansions.dollar(quoted);
        case '`' -> reader.expansions.backtick(quoted);
        default -> {
          int start = cursor.pos;
          while (!cursor.atEnd() && cursor.peek() != '}' && !Cursor.quotesOrExpands(cursor.peek())) {
            cursor.pos++;
          }
          cursor.sink.literal(start, cursor.pos, quoted);
        }
      }
    }
  }
}
