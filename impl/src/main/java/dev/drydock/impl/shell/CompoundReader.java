package dev.drydock.impl.shell;

import dev.drydock.spi.ShellBlock;

/** Reads compound commands (POSIX XCU 2.9.4; bash manual, Compound Commands). */
final class CompoundReader {

  private final ScriptReader reader;
  private final Cursor cursor;

  CompoundReader(ScriptReader reader, Cursor cursor) {
    this.reader = reader;
    this.cursor = cursor;
  }

  /** Reads the one that a reserved word, or a parenthesis, introduces here, with its redirections. */
  void compound(String reserved) {
    int start = cursor.pos;
    if (cursor.enter()) {
      switch (reserved) {
        case "" -> parenthesis(start);
        case "{" -> braces(start);
        case "if" -> condition(start);
        case "for", "select" -> loopOver(start, reserved);
        case "while", "until" -> loop(start, reserved);
        case "case" -> choice(start);
        case "function" -> function();
        case "[[" -> reader.tests.test(start);
        default -> cursor.stop(start, "unexpected " + cursor.here());
      }
      reader.redirections.all();
    }
    cursor.leave();
  }

  private void parenthesis(int start) {
    boolean doubled = cursor.at("((");
    int close = doubled ? reader.expansions.arithmeticEnd(start + 2) : -1;
    if (doubled && close < 0) {
      cursor.stop(start, "'((' that is no arithmetic");
      return;
    }
    cursor.take(1);
    if (!doubled) {
      reader.lists.list(ShellBlock.SUBSHELL);
      cursor.expect(")", start, "'(' is not closed");
    } else {
      arithmetic(close);
    }
  }

  /** Reads {@code (( … ))} from its second parenthesis on. */
  private void arithmetic(int close) {
    cursor.take(1);
    int from = cursor.pos;
    cursor.sink.word(from);
    reader.expansions.arithmetic(close);
    cursor.sink.wordEnd(Math.max(from, cursor.end));
  }

  private void braces(int start) {
    cursor.take(1);
    reader.lists.list(ShellBlock.GROUP);
    keyword("}", start);
  }

  private void condition(int start) {
    cursor.take("if".length());
    reader.lists.list(ShellBlock.CONDITION);
    keyword("then", start);
    reader.lists.list(ShellBlock.BRANCH);
    while (cursor.reserved().equals("elif")) {
      cursor.take("elif".length());
      reader.lists.list(ShellBlock.LATER_CONDITION);
      keyword("then", start);
      reader.lists.list(ShellBlock.BRANCH);
    }
    if (cursor.reserved().equals("else")) {
      cursor.take("else".length());
      reader.lists.list(ShellBlock.BRANCH);
    }
    keyword("fi", start);
  }

  private void loop(int start, String reserved) {
    cursor.take(reserved.length());
    reader.lists.list(ShellBlock.LOOP_CONDITION);
    body(start);
  }

  private void body(int start) {
    if (cursor.reserved().equals("{")) {
      cursor.take(1);
      reader.lists.list(ShellBlock.LOOP_BODY);
      keyword("}", start);
    } else {
      keyword("do", start);
      reader.lists.list(ShellBlock.LOOP_BODY);
      keyword("done", start);
    }
  }

  private void loopOver(int start, String reserved) {
    cursor.take(reserved.length());
    cursor.blanks();
    if (cursor.at("((")) {
      int close = reader.expansions.arithmeticEnd(cursor.pos + 2);
      if (close < 0 || semicolons(cursor.pos, close) != 2) {
        cursor.stop(start, "a loop that is not understood");
        return;
      }
      cursor.take(1);
      arithmetic(close);
    } else {
      int name = cursor.pos;
      cursor.pos = cursor.nameEnd(name);
      if (name == cursor.pos || !Cursor.endsWord(cursor.peek())) {
        cursor.stop(name, "a variable was expected, not " + cursor.here());
        return;
      }
      cursor.sink.binds(cursor.text.substring(name, cursor.pos));
      reader.lists.newlines();
      if (cursor.reserved().equals("in")) {
        cursor.take("in".length());
        items();
      }
    }
    cursor.blanks();
    if (cursor.peek() == ';') {
      cursor.take(1);
    }
    reader.lists.newlines();
    body(start);
  }

  private int semicolons(int from, int to) {
    return (int) cursor.text.substring(from, to).chars().filter(c -> c == ';').count();
  }

  private void items() {
    cursor.blanks();
    while (reader.words.ahead()) {
      reader.words.word();
      cursor.blanks();
    }
  }

  private void choice(int start) {
    cursor.take("case".length());
    cursor.blanks();
    reader.words.word();
    reader.lists.newlines();
    keyword("in", start);
    reader.lists.newlines();
    while (!cursor.atEnd() && !cursor.reserved().equals("esac")) {
      patterns();
      reader.lists.listOrNothing(ShellBlock.BRANCH);
      if (cursor.at(";;&")) {
        cursor.take(3);
      } else if (cursor.at(";;") || cursor.at(";&")) {
        cursor.take(2);
      } else if (!cursor.reserved().equals("esac")) {
        cursor.stop(start, "'esac' was expected, not " + cursor.here());
      }
      reader.lists.newlines();
    }
    keyword("esac", start);
  }

  private void patterns() {
    int start = cursor.pos;
    if (cursor.peek() == '(') {
      cursor.take(1);
    }
    boolean another = true;
    while (another) {
      cursor.blanks();
      if (!reader.words.ahead()) {
        cursor.stop(start, "a pattern was expected, not " + cursor.here());
      } else {
        reader.words.word();
      }
      cursor.blanks();
      another = cursor.peek() == '|';
      if (another) {
        cursor.take(1);
      }
    }
    cursor.expect(")", start, "a pattern is not closed");
  }

  private void function() {
    cursor.take("function".length());
    cursor.blanks();
    while (!Cursor.endsWord(cursor.peek())) {
      cursor.take(1);
    }
    cursor.blanks();
    if (cursor.peek() == '(') {
      cursor.take(1);
      cursor.blanks();
      cursor.expect(")", cursor.pos, "')' was expected");
    }
    reader.commands.functionBody();
  }

  private void keyword(String expected, int start) {
    if (cursor.reserved().equals(expected)) {
      cursor.take(expected.length());
    } else {
      cursor.stop(start, "'" + expected + "' was expected, not " + cursor.here());
    }
  }
}
