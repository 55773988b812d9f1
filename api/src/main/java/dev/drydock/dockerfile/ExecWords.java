package dev.drydock.dockerfile;

import dev.drydock.shell.ShellScript;

/** An exec form as the one command that it is, each of its words quoted, and mapped back to the JSON text. */
final class ExecWords {

  private final StringBuilder script = new StringBuilder();
  private int[] offsets = new int[64];

  private ExecWords() {}

  static ShellScript script(Run run) {
    ExecWords words = new ExecWords();
    String text = run.text();
    for (Argument argument : run.parts().arguments) {
      words.word(argument.value(), text, argument.span());
    }
    int[] offsets = words.offsets;
    return ShellScript.parse(words.script.toString(), offset -> offsets[offset]);
  }

  private void word(String value, String text, Span span) {
    if (script.length() > 0) {
      put(' ', span.start());
    }
    put('\'', span.start());
    int at = span.start() + 1;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\'') {
        put('\'', at);
        put('\\', at);
        put('\'', at);
        put('\'', at);
      } else {
        put(c, at);
      }
      at += width(text, at);
    }
    put('\'', Math.max(span.start(), span.end() - 1));
  }

  /** How many characters of JSON text the character here takes. */
  private static int width(String text, int at) {
    if (at + 1 >= text.length() || text.charAt(at) != '\\') {
      return 1;
    }
    return text.charAt(at + 1) == 'u' ? 6 : 2;
  }

  private void put(char c, int offset) {
    if (script.length() == offsets.length) {
      offsets = java.util.Arrays.copyOf(offsets, offsets.length * 2);
    }
    offsets[script.length()] = offset;
    script.append(c);
  }
}
