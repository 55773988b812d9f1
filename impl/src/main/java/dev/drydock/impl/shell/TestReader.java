package dev.drydock.impl.shell;

import java.util.Set;

/** Reads {@code [[ … ]]} for the expansions in it (bash manual, Conditional Constructs). */
final class TestReader {

  private static final String UNARY = "abcdefghknoprstuvwxzGLNORS";
  private static final Set<String> BINARY =
      Set.of("=", "==", "!=", "=~", "<", ">", "-nt", "-ot", "-ef", "-eq", "-ne", "-lt", "-le", "-gt", "-ge");

  private final ScriptReader reader;
  private final Cursor cursor;

  TestReader(ScriptReader reader, Cursor cursor) {
    this.reader = reader;
    this.cursor = cursor;
  }

  void test(int start) {
    cursor.take("[[".length());
    expression();
    if (!cursor.stopped() && !atWord("]]")) {
      cursor.stop(start, "a test that is not understood");
    }
    cursor.expect("]]", start, "'[[' is not closed");
  }

  private void expression() {
    if (cursor.enter()) {
      term();
      reader.lists.newlines();
      while (cursor.at("&&") || cursor.at("||")) {
        cursor.take(2);
        term();
        reader.lists.newlines();
      }
    }
    cursor.leave();
  }

  private void term() {
    reader.lists.newlines();
    while (atWord("!")) {
      cursor.take(1);
      reader.lists.newlines();
    }
    int start = cursor.pos;
    if (cursor.peek() == '(') {
      cursor.take(1);
      expression();
      cursor.expect(")", start, "'(' is not closed");
    } else if (cursor.peek() == '-' && UNARY.indexOf(cursor.peek(1)) >= 0 && Cursor.endsWord(cursor.peek(2))) {
      cursor.take(2);
      cursor.blanks();
      word(false);
    } else {
      comparison();
    }
  }

  private void comparison() {
    word(false);
    cursor.blanks();
    String operator = operator();
    if (!operator.isEmpty()) {
      cursor.take(operator.length());
      cursor.blanks();
      word(operator.contains("="));
    }
  }

  /** The operator that stands here; empty where the word before is all that is tested. */
  private String operator() {
    int to = cursor.pos;
    boolean bracket = cursor.peek() == '<' || cursor.peek() == '>';
    while (!bracket && to < cursor.limit && !Cursor.endsWord(cursor.text.charAt(to))) {
      to++;
    }
    String operator = cursor.atEnd() ? "" : cursor.text.substring(cursor.pos, bracket ? to + 1 : to);
    return BINARY.contains(operator) ? operator : "";
  }

  /** Reads a word; what a value is matched with may hold groups. */
  private void word(boolean pattern) {
    int start = cursor.pos;
    if (atWord("]]") || !(reader.words.ahead() || (pattern && cursor.peek() == '('))) {
      cursor.stop(start, "a test that is not understood");
      return;
    }
    cursor.sink.word(start);
    reader.words.parts(pattern);
    int open = 0;
    while (pattern && (cursor.peek() == '(' || (open > 0 && !cursor.atEnd()))) {
      int c = cursor.peek();
      if (Cursor.endsWord(c)) {
        open += c == '(' ? 1 : c == ')' ? -1 : 0;
        cursor.pos++;
      }
      reader.words.parts(true);
    }
    if (open > 0) {
      cursor.stop(start, "'(' is not closed");
    }
    cursor.end = Math.max(start, cursor.pos);
    cursor.sink.wordEnd(cursor.end);
  }

  private boolean atWord(String word) {
    return cursor.at(word) && Cursor.endsWord(cursor.peek(word.length()));
  }
}
