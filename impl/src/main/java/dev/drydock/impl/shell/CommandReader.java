package dev.drydock.impl.shell;

import dev.drydock.spi.ShellBlock;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one command: a simple one, or what introduces another kind (POSIX XCU 2.9). */
final class CommandReader {

  /** Commands whose arguments may be arrays: {@code declare -a x=(…)}. */
  private static final Set<String> DECLARES = Set.of("declare", "export", "local", "readonly", "typeset");

  /** A command that reads the lines of one here-document, and nothing else. */
  private static final Pattern ONE_HEREDOC = Pattern.compile("([^<]*[^<\\d}])?<<[^<]*");

  private final ScriptReader reader;
  private final Cursor cursor;

  /** The words of the command that is being read. */
  private Arguments words;

  CommandReader(ScriptReader reader, Cursor cursor) {
    this.reader = reader;
    this.cursor = cursor;
    this.words = new Arguments(cursor.text);
  }

  void command() {
    if (compoundAhead()) {
      reader.compounds.compound(cursor.reserved());
    } else if (functionAhead()) {
      function();
    } else {
      simple();
    }
  }

  private boolean compoundAhead() {
    String reserved = cursor.reserved();
    return cursor.peek() == '(' || (!reserved.isEmpty() && !reserved.equals("in"));
  }

  private boolean functionAhead() {
    int at = cursor.pos;
    while (at < cursor.limit && isFunctionName(cursor.text.charAt(at))) {
      at++;
    }
    if (cursor.atEnd() || at == cursor.pos) {
      return false;
    }
    at = skipBlanks(at);
    if (at >= cursor.limit || cursor.text.charAt(at) != '(') {
      return false;
    }
    at = skipBlanks(at + 1);
    return at < cursor.limit && cursor.text.charAt(at) == ')';
  }

  private static boolean isFunctionName(char c) {
    return Cursor.inName(c) || "-.:+@/".indexOf(c) >= 0;
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < cursor.limit && (cursor.text.charAt(at) == ' ' || cursor.text.charAt(at) == '\t')) {
      at++;
    }
    return at;
  }

  private void function() {
    cursor.pos = cursor.text.indexOf(')', cursor.pos) + 1;
    functionBody();
  }

  /** Reads a function's body, which is a command of any compound kind. */
  void functionBody() {
    reader.lists.newlines();
    cursor.sink.open(ShellBlock.FUNCTION, cursor.pos);
    if (!compoundAhead()) {
      cursor.stop(cursor.pos, "a function's body was expected, not " + cursor.here());
    }
    if (cursor.enter()) {
      cursor.sink.element(cursor.pos, false);
      command();
      cursor.sink.elementEnd(cursor.end);
    }
    cursor.leave();
    cursor.sink.close(cursor.end);
  }

  private void simple() {
    words = words.begin();
    int start = cursor.pos;
    cursor.sink.command(start);
    int waiting = reader.heredocs.waiting();
    words(start);
    cursor.sink.words(Math.max(start, cursor.end));
    if (!cursor.stopped()) {
      boolean fed = reader.heredocs.waiting() > waiting;
      boolean only = fed && ONE_HEREDOC.matcher(cursor.text).region(start, cursor.end).matches();
      HeredocReader.Lines input = only ? reader.heredocs.ahead() : null;
      new Runners(cursor, words, fed, input).report();
    }
    cursor.sink.commandEnd();
    words = words.outer();
  }

  /** Reads assignments, words and redirections, of which there is at least one. */
  private void words(int start) {
    boolean any = false;
    while (!atCommandEnd()) {
      any = true;
      if (reader.redirections.ahead()) {
        reader.redirections.redirection();
      } else if (assignmentAhead()) {
        assignment();
      } else if (words.size() == 0 && indexAhead()) {
        cursor.stop(cursor.pos, "an index that is not understood");
      } else if (cursor.peek() == '(') {
        cursor.stop(cursor.pos, "unexpected '('");
      } else {
        int from = cursor.pos;
        reader.words.word();
        words.add(from, cursor.pos);
      }
      cursor.blanks();
    }
    if (!any) {
      cursor.stop(start, "a command was expected, not " + cursor.here());
    }
  }

  private boolean atCommandEnd() {
    return switch (cursor.peek()) {
      case Cursor.END, '\n', ';', '|', ')' -> true;
      case '&' -> cursor.peek(1) != '>';
      default -> false;
    };
  }

  /** Whether {@code name=}, {@code name+=} or {@code name[…]=} stands here, where it is an assignment. */
  private boolean assignmentAhead() {
    int at = assignmentOperator();
    if (at < 0) {
      return false;
    }
    int value = cursor.text.indexOf('=', at) + 1;
    boolean array = value < cursor.limit && cursor.text.charAt(value) == '(';
    return words.size() == 0 || (array && DECLARES.contains(words.raw(0)));
  }

  /** Whether a name stands here with a bracket that its word does not close, so that blanks may be part of an index. */
  private boolean indexAhead() {
    int at = cursor.nameEnd(cursor.pos);
    if (at == cursor.pos || at >= cursor.limit || cursor.text.charAt(at) != '[') {
      return false;
    }
    return indexEnd(at) < 0;
  }

  /** Behind the bracket that closes the one at an offset; -1 where an end of the word or an expansion comes first. */
  private int indexEnd(int from) {
    for (int at = from; at < cursor.limit && !Cursor.endsWord(cursor.text.charAt(at)); at++) {
      char c = cursor.text.charAt(at);
      if (c == ']') {
        return at + 1;
      }
      if (c == '`') {
        return -1;
      }
    }
    return -1;
  }

  /** Where the {@code =} or {@code +=} of an assignment stands that begins here; else -1. */
  private int assignmentOperator() {
    int at = cursor.nameEnd(cursor.pos);
    if (cursor.atEnd() || at == cursor.pos || at >= cursor.limit) {
      return -1;
    }
    if (cursor.text.charAt(at) == '[') {
      at = indexEnd(at);
      if (at < 0) {
        return -1;
      }
    }
    boolean operator = cursor.text.startsWith("=", at) || cursor.text.startsWith("+=", at);
    return operator && at < cursor.limit ? at : -1;
  }

  private void assignment() {
    int start = cursor.pos;
    int operator = assignmentOperator();
    boolean appends = cursor.text.charAt(operator) == '+';
    cursor.sink.assignment(start, cursor.nameEnd(start), appends);
    cursor.take(operator + (appends ? 2 : 1) - start);
    if (cursor.peek() == '(') {
      array();
    } else {
      reader.words.word();
    }
  }

  /** Reads {@code (a b c)}: a value that is no single string. */
  private void array() {
    int start = cursor.pos;
    cursor.sink.word(start);
    cursor.sink.computed(false);
    cursor.pos++;
    reader.lists.newlines();
    while (!cursor.atEnd() && cursor.peek() != ')') {
      if (!reader.words.ahead()) {
        cursor.stop(start, "unexpected " + cursor.here() + " in an array");
      } else {
        reader.words.parts(false);
      }
      reader.lists.newlines();
    }
    cursor.expect(")", start, "an array is not closed");
    cursor.sink.wordEnd(Math.max(start, cursor.end));
  }
}
