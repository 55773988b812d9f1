package dev.drydock.impl.read;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Quotes, escapes and variables as {@code frontend/dockerfile/shell/lex.go} reads them, with a stack of its own in
 * place of recursion.
 *
 * <p>With variables it expands them; without, it leaves each in place, as the detection of heredocs needs it.
 * All output goes to one buffer: what a nested expansion yields is already where it belongs.
 */
final class ShellLexer {

  private final String text;
  private final char escape;
  private final boolean rawQuotes;
  private final boolean rawEscapes;
  private final @Nullable Function<String, @Nullable String> variables;
  private final @Nullable ShellWords words;
  private final StringBuilder out = new StringBuilder();
  private final Deque<ShellFrame> frames = new ArrayDeque<>();
  private int at;
  private boolean failed;

  private ShellLexer(
      String text,
      char escape,
      boolean rawQuotes,
      boolean rawEscapes,
      @Nullable Function<String, @Nullable String> variables,
      @Nullable ShellWords words) {
    this.text = text;
    this.escape = escape;
    this.rawQuotes = rawQuotes;
    this.rawEscapes = rawEscapes;
    this.variables = variables;
    this.words = words;
  }

  /** The word expanded; {@code null} where it is bad or hangs on a variable that is not known. */
  static @Nullable String expand(String word, char escape, Function<String, @Nullable String> variables) {
    ShellLexer lexer = new ShellLexer(word, escape, false, false, variables, null);
    ShellFrame whole = lexer.run();
    return lexer.failed || whole.unknown ? null : lexer.out.toString();
  }

  /** The words of a line, variables in place; {@code null} where it cannot be read. */
  static @Nullable ShellWords words(String line, boolean rawQuotes, boolean rawEscapes) {
    ShellWords words = new ShellWords();
    ShellLexer lexer = new ShellLexer(line, '\\', rawQuotes, rawEscapes, null, words);
    lexer.run();
    words.finish();
    return lexer.failed ? null : words;
  }

  private ShellFrame run() {
    if (!text.isEmpty() && text.charAt(0) == PhysicalLine.BYTE_ORDER_MARK) {
      at = 1;
    }
    ShellFrame whole = new ShellFrame('\0', false, rawEscapes, at, 0);
    frames.push(whole);
    while (!failed) {
      ShellFrame frame = frames.getFirst();
      if (at >= text.length()) {
        failed = frame != whole;
        return whole;
      }
      if (frame.quote) {
        stepQuoted(frame);
      } else {
        step(frame);
      }
    }
    return whole;
  }

  private void step(ShellFrame frame) {
    char c = text.charAt(at);
    if (c == frame.stop && frame.stop != '\0') {
      at++;
      frames.pop();
      closeBrace(frame);
    } else if (c == '$') {
      dollar();
    } else if (c == '\'') {
      singleQuoted();
    } else if (c == '"') {
      frames.push(new ShellFrame('"', true, frame.rawEscapes, at, out.length()));
      if (rawQuotes) {
        out.append('"');
      }
      at++;
    } else if (c == '<') {
      angle();
    } else if (c == escape) {
      escaped(frame);
    } else {
      if (atBase()) {
        words().add(c, at);
      }
      out.append(c);
      at++;
    }
  }

  private void escaped(ShellFrame frame) {
    if (frame.rawEscapes) {
      out.append(escape);
      if (atBase()) {
        words().addRaw(escape, at);
      }
    }
    at++;
    if (at < text.length()) {
      out.append(text.charAt(at));
      if (atBase()) {
        words().addRaw(text.charAt(at), at);
      }
      at++;
    }
  }

  /** Two angle brackets take the blanks behind them into their word. */
  private void angle() {
    int start = at++;
    if (at < text.length() && text.charAt(at) == '<') {
      at++;
      while (at < text.length() && isBlank(text.charAt(at))) {
        at++;
      }
    }
    out.append(text, start, at);
    if (atBase()) {
      words().addRaw(text, start, at, start, at);
    }
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
  }

  private void singleQuoted() {
    int start = at;
    int close = text.indexOf('\'', at + 1);
    if (close < 0) {
      failed = true;
      return;
    }
    int from = rawQuotes ? start : start + 1;
    int to = rawQuotes ? close + 1 : close;
    out.append(text, from, to);
    at = close + 1;
    if (atBase()) {
      words().addRaw(text, from, to, start, at);
    }
  }

  private void stepQuoted(ShellFrame frame) {
    char c = text.charAt(at);
    if (c == '$') {
      dollar();
      return;
    }
    at++;
    if (c == '"') {
      if (rawQuotes) {
        out.append('"');
      }
      frames.pop();
      frames.getFirst().unknown |= frame.unknown;
      if (atBase()) {
        words().addRaw(out, frame.mark, out.length(), frame.source, at);
      }
      return;
    }
    if (c == escape) {
      if (frame.rawEscapes) {
        out.append(escape);
      }
      if (at >= text.length()) {
        return;
      }
      char next = text.charAt(at);
      if (next == '"' || next == '$' || next == escape) {
        c = next;
        at++;
      }
    }
    out.append(c);
  }

  private void dollar() {
    int start = at++;
    int mark = out.length();
    if (at >= text.length() || text.charAt(at) != '{') {
      String name = VariableName.read(text, at);
      at += name.length();
      if (name.isEmpty() || variables == null) {
        out.append('$').append(name);
      } else {
        appendValue(name);
      }
      leaveDollar(start, mark);
      return;
    }
    at++;
    if (at >= text.length() || "{}:".indexOf(text.charAt(at)) >= 0) {
      failed = true;
      return;
    }
    String name = VariableName.read(text, at);
    at += name.length();
    if (at >= text.length()) {
      failed = true;
      return;
    }
    braced(name, start, mark);
  }

  private void braced(String name, int start, int mark) {
    char operator = text.charAt(at++);
    if (operator == '}') {
      if (variables == null) {
        out.append("${").append(name).append('}');
      } else {
        appendValue(name);
      }
      leaveDollar(start, mark);
      return;
    }
    boolean emptyIsUnset = operator == ':';
    if (emptyIsUnset) {
      operator = at < text.length() ? text.charAt(at++) : '\0';
    }
    if ("+-?#%".indexOf(operator) < 0 && (operator != '/' || emptyIsUnset)) {
      failed = true;
      return;
    }
    boolean slash = operator == '/';
    boolean all = slash && at < text.length() && text.charAt(at) == '/';
    if (all) {
      at++;
    }
    boolean raw = slash || operator == '#' || operator == '%';
    ShellFrame frame = new ShellFrame(slash ? '/' : '}', false, raw, start, mark);
    frame.name = name;
    frame.operator = operator;
    frame.emptyIsUnset = emptyIsUnset;
    frame.all = all;
    if (variables == null) {
      out.append("${").append(name).append(emptyIsUnset ? ":" : "").append(operator);
      frame.wordMark = out.length();
    }
    frames.push(frame);
  }

  private void closeBrace(ShellFrame frame) {
    if (frame.stop == '/') {
      ShellFrame replacement = new ShellFrame('}', false, true, frame.source, frame.mark);
      replacement.name = frame.name;
      replacement.operator = '/';
      replacement.all = frame.all;
      replacement.unknown = frame.unknown;
      if (variables == null) {
        out.append('/');
      } else {
        replacement.pattern = out.substring(frame.wordMark);
        out.setLength(frame.mark);
      }
      replacement.wordMark = out.length();
      frames.push(replacement);
      return;
    }
    if (variables == null) {
      out.append('}');
    } else {
      apply(frame, variables.apply(frame.name));
    }
    leaveDollar(frame.source, frame.mark);
  }

  /** Puts what the expression stands for in the place of its word. */
  private void apply(ShellFrame frame, @Nullable String value) {
    ShellFrame parent = frames.getFirst();
    if (value == null) {
      parent.unknown = true;
      out.setLength(frame.mark);
      return;
    }
    boolean unset = frame.emptyIsUnset && value.isEmpty();
    boolean keepWord = frame.operator == '-' ? unset : frame.operator == '+' && !unset;
    if (keepWord) {
      parent.unknown |= frame.unknown;
      return;
    }
    if (frame.operator == '?' && unset) {
      failed = true;
      return;
    }
    @Nullable String result = frame.operator == '+' ? "" : value;
    if (frame.operator == '#' || frame.operator == '%' || frame.operator == '/') {
      parent.unknown |= frame.unknown;
      result = frame.unknown ? "" : frame.cut(value, out.substring(frame.mark));
    }
    if (result == null) {
      failed = true;
      return;
    }
    out.setLength(frame.mark);
    out.append(result);
  }

  private void appendValue(String name) {
    String value = variables == null ? null : variables.apply(name);
    if (value == null) {
      frames.getFirst().unknown = true;
    } else {
      out.append(value);
    }
  }

  private void leaveDollar(int start, int mark) {
    if (atBase() && !failed) {
      words().addText(out, mark, start, at);
    }
  }

  private boolean atBase() {
    return words != null && frames.size() == 1;
  }

  private ShellWords words() {
    if (words == null) {
      throw new IllegalStateException("no words are wanted");
    }
    return words;
  }
}
