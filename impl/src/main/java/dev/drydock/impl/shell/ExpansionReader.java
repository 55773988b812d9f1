package dev.drydock.impl.shell;

import dev.drydock.spi.ShellBlock;

/** Reads expansions: parameters, commands, arithmetic (POSIX XCU 2.6). */
final class ExpansionReader {

  private final ScriptReader reader;
  private final Cursor cursor;

  ExpansionReader(ScriptReader reader, Cursor cursor) {
    this.reader = reader;
    this.cursor = cursor;
  }

  /** Reads what a {@code $} introduces. */
  void dollar(boolean quoted) {
    int next = cursor.peek(1);
    if (next == '{') {
      braces(quoted);
    } else if (next == '(') {
      parenthesis();
    } else if (next == '[') {
      cursor.stop(cursor.pos, "'$[', which shells read differently");
    } else if (next == '\'' && !quoted) {
      ansi();
    } else if (next == '"' && !quoted) {
      cursor.pos++;
      reader.words.doubled();
    } else if (Cursor.startsName(next)) {
      variable(cursor.nameEnd(cursor.pos + 1), quoted);
    } else if (next != Cursor.END && (Cursor.isDigit(next) || "@*#?-$!".indexOf(next) >= 0)) {
      variable(cursor.pos + 2, quoted);
    } else {
      cursor.sink.literal(cursor.pos, cursor.pos + 1, quoted);
      cursor.pos++;
    }
  }

  private void variable(int nameEnd, boolean quoted) {
    cursor.sink.variable(cursor.text.substring(cursor.pos + 1, nameEnd), "", quoted);
    cursor.sink.variableEnd();
    cursor.pos = nameEnd;
  }

  private void braces(boolean quoted) {
    int start = cursor.pos;
    cursor.pos += 2;
    String prefix = "";
    if ((cursor.peek() == '!' || cursor.peek() == '#') && cursor.peek(1) != '}' && opensName(cursor.peek(1))) {
      prefix = cursor.text.substring(cursor.pos, cursor.pos + 1);
      cursor.pos++;
    }
    int name = cursor.pos;
    name();
    if (name == cursor.pos || cursor.stopped()) {
      cursor.stop(start, "a bad substitution");
      return;
    }
    String named = cursor.text.substring(name, cursor.pos);
    String operator = operator();
    cursor.sink.variable(named, prefix + operator, quoted);
    if (cursor.enter()) {
      reader.words.argument(quoted, quoted && isDefault(operator));
      cursor.expect("}", start, "an expansion is not closed");
    }
    cursor.leave();
    cursor.sink.variableEnd();
  }

  private static boolean opensName(int c) {
    return Cursor.inName(c) || c == '@' || c == '*';
  }

  private void name() {
    int c = cursor.peek();
    if (Cursor.startsName(c)) {
      cursor.pos = cursor.nameEnd(cursor.pos);
    } else if (Cursor.isDigit(c)) {
      while (Cursor.isDigit(cursor.peek())) {
        cursor.pos++;
      }
    } else if (c != Cursor.END && "@*#?-$!".indexOf(c) >= 0) {
      cursor.pos++;
    }
  }

  /** Reads what says how the value is used; all but {@code :- - := = :? ? :+ +} is one character. */
  private String operator() {
    int start = cursor.pos;
    if (cursor.peek() == '}') {
      return "";
    }
    boolean colon = cursor.peek() == ':';
    boolean known = "-=?+".indexOf(colon ? cursor.peek(1) : cursor.peek()) >= 0;
    if (!known && "[:#%/^,@*".indexOf(cursor.peek()) < 0) {
      cursor.stop(start, "a bad substitution");
      return "";
    }
    cursor.pos += colon && known ? 2 : 1;
    return cursor.text.substring(start, cursor.pos);
  }

  /** Within double quotes, a single quote in such an argument is an ordinary character. */
  private static boolean isDefault(String operator) {
    return !operator.isEmpty() && "-=?+".indexOf(operator.charAt(operator.length() - 1)) >= 0;
  }

  private void parenthesis() {
    boolean doubled = cursor.peek(2) == '(';
    int close = doubled ? arithmeticEnd(cursor.pos + 3) : -1;
    if (!doubled) {
      substitution(2);
    } else if (close < 0) {
      cursor.stop(cursor.pos, "'$((' that is no arithmetic");
    } else {
      cursor.sink.computed(false);
      cursor.pos += 3;
      arithmetic(close);
    }
  }

  /** Reads {@code <(…)} and {@code >(…)}. */
  void process() {
    if (cursor.peek(2) == '(') {
      cursor.stop(cursor.pos, "'((' that is no arithmetic");
      return;
    }
    substitution(2);
  }

  private void substitution(int opening) {
    int start = cursor.pos;
    cursor.sink.computed(true);
    cursor.pos += opening;
    HeredocReader.Waiting outside = reader.heredocs.begin();
    reader.lists.listOrNothing(ShellBlock.SUBSTITUTION);
    cursor.blanks();
    reader.heredocs.finish();
    reader.heredocs.resume(outside);
    cursor.expect(")", start, "a command substitution is not closed");
  }

  /** Where the {@code ))} stands that closes arithmetic which begins at an offset; -1 where it is none. */
  int arithmeticEnd(int from) {
    int open = 0;
    for (int i = from; i < cursor.limit; i++) {
      char c = cursor.text.charAt(i);
      if (c == '(') {
        open++;
      } else if (c == ')' && open > 0) {
        open--;
      } else if (c == ')') {
        return cursor.text.startsWith("))", i) && i + 1 < cursor.limit ? i : -1;
      } else if (c == '#' && Character.isWhitespace(cursor.text.charAt(i - 1))) {
        return -1;
      }
    }
    return -1;
  }

  /** Reads arithmetic for the expansions in it, up to and with the {@code ))} that closes it. */
  void arithmetic(int close) {
    int start = cursor.pos;
    while (!cursor.atEnd() && cursor.pos < close) {
      switch (cursor.peek()) {
        case '$' -> dollar(true);
        case '`' -> backtick(true);
        case '\'', '"', '\\' -> cursor.stop(start, "arithmetic with quotes");
        default -> cursor.pos++;
      }
    }
    if (cursor.pos > close) {
      cursor.stop(start, "arithmetic that is not understood");
    } else {
      cursor.take(2);
    }
  }

  private void ansi() {
    int start = cursor.pos;
    StringBuilder value = new StringBuilder();
    cursor.pos += 2;
    while (!cursor.atEnd() && cursor.peek() != '\'') {
      if (cursor.peek() == '\\' && cursor.peek(1) != Cursor.END) {
        cursor.pos++;
        escaped(value);
      } else {
        value.append((char) cursor.peek());
        cursor.pos++;
      }
    }
    if (cursor.peek() == '\'') {
      cursor.sink.decoded(value.toString());
      cursor.pos++;
    } else {
      cursor.stop(start, "a quote is not closed");
    }
  }

  /** One escape of {@code $'…'} (bash manual, ANSI-C Quoting). Those with numbers make the value unknown. */
  private void escaped(StringBuilder value) {
    int c = cursor.peek();
    int plain = "ntrabefvE\\'\"?".indexOf(c);
    if (plain >= 0) {
      value.append("\n\t\r\u0007\b\u001b\f\u000b\u001b\\'\"?".charAt("ntrabefvE\\'\"?".indexOf(c)));
    } else if (Cursor.isDigit(c) || c == 'x' || c == 'u' || c == 'U' || c == 'c') {
      cursor.sink.computed(false);
    } else {
      value.append('\\').append((char) c);
    }
    cursor.pos++;
  }

  /** Reads {@code `…`}, in which a backslash protects {@code $}, {@code `} and itself. */
  void backtick(boolean quoted) {
    int start = cursor.pos;
    int close = closingBacktick(start + 1);
    if (close < 0) {
      cursor.stop(start, "a command substitution is not closed");
      return;
    }
    cursor.sink.computed(true);
    Unquoted inner = new Unquoted();
    for (int i = start + 1; i < close; i++) {
      boolean escaped = cursor.text.charAt(i) == '\\' && i + 1 < close && isProtected(i + 1, quoted);
      inner.add(cursor.text.charAt(escaped ? i + 1 : i), i, escaped ? i + 2 : i + 1);
      i += escaped ? 1 : 0;
    }
    if (cursor.enter()) {
      inner.read(cursor, ShellBlock.SUBSTITUTION);
    }
    cursor.leave();
    cursor.pos = close + 1;
  }

  private boolean isProtected(int at, boolean quoted) {
    char c = cursor.text.charAt(at);
    return c == '$' || c == '`' || c == '\\' || (quoted && c == '"');
  }

  private int closingBacktick(int from) {
    for (int i = from; i < cursor.limit; i++) {
      if (cursor.text.charAt(i) == '\\') {
        i++;
      } else if (cursor.text.charAt(i) == '`') {
        return i;
      }
    }
    return -1;
  }
}
