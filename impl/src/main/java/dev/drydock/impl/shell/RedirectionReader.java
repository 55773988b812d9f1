package dev.drydock.impl.shell;

/** Reads redirections (POSIX XCU 2.7; bash manual, Redirections). */
final class RedirectionReader {

  /** Longer ones before those that they begin with. */
  private static final String[] OPERATORS = {
    "<<<", "<<-", "<<", "<&", "<>", "<", ">>", ">|", ">&", ">", "&>>", "&>"
  };

  private final ScriptReader reader;
  private final Cursor cursor;

  RedirectionReader(ScriptReader reader, Cursor cursor) {
    this.reader = reader;
    this.cursor = cursor;
  }

  /** Whether one begins here; {@code <(…)} is none but a word. */
  boolean ahead() {
    int at = operatorStart();
    return at >= 0 && at < cursor.limit && !cursor.text.startsWith("(", at + 1);
  }

  /** Where its operator stands, behind a number or a name in braces; -1 where none does. */
  private int operatorStart() {
    if (cursor.atEnd()) {
      return -1;
    }
    int at = cursor.pos;
    char first = cursor.text.charAt(at);
    if (first == '&') {
      return cursor.text.startsWith(">", at + 1) ? at : -1;
    }
    if (first == '{') {
      int name = cursor.nameEnd(at + 1);
      at = name > at + 1 && cursor.text.startsWith("}", name) ? name + 1 : at;
    } else {
      while (at < cursor.limit && Cursor.isDigit(cursor.text.charAt(at))) {
        at++;
      }
    }
    boolean operator = at < cursor.limit && (cursor.text.charAt(at) == '<' || cursor.text.charAt(at) == '>');
    return operator ? at : -1;
  }

  void redirection() {
    int start = cursor.pos;
    int at = operatorStart();
    String operator = operator(at);
    cursor.sink.redirection(start, at, at + operator.length());
    cursor.take(at + operator.length() - start);
    cursor.blanks();
    int target = cursor.pos;
    if (!reader.words.ahead()) {
      cursor.stop(start, "no file after " + operator);
    }
    if (operator.equals("<<") || operator.equals("<<-")) {
      reader.heredocs.delimiter(operator.equals("<<-"));
    } else {
      reader.words.word();
      if ((cursor.peek() == '<' || cursor.peek() == '>') && isNumber(target)) {
        cursor.stop(start, "no file after " + operator);
      }
    }
    cursor.end = Math.max(cursor.end, target);
  }

  /** A number right before an operator belongs to that one. */
  private boolean isNumber(int from) {
    return cursor.text.substring(from, cursor.pos).chars().allMatch(Cursor::isDigit);
  }

  private String operator(int at) {
    for (String operator : OPERATORS) {
      if (cursor.text.startsWith(operator, at)) {
        return operator;
      }
    }
    throw new IllegalStateException("no redirection at " + at);
  }

  /** Reads those behind a compound command; no reserved word may follow them without a separator. */
  void all() {
    cursor.blanks();
    boolean any = false;
    while (ahead()) {
      redirection();
      cursor.blanks();
      any = true;
    }
    if (any && !cursor.reserved().isEmpty()) {
      cursor.stop(cursor.pos, "unexpected " + cursor.here());
    }
  }
}
