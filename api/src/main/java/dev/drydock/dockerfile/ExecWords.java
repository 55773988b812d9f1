package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.shell.ShellScript;
import dev.drydock.text.Span;
import io.vavr.collection.Vector;
import java.util.Arrays;

/** An exec form as the one command that it is, each of its words quoted, and mapped back to the JSON text. */
final class ExecWords {

  private final StringBuilder script = new StringBuilder();
  private int[] starts = new int[64];
  private int[] ends = new int[64];

  private ExecWords() {}

  /** The words of an exec form, of which there is at least one. */
  static Vector<String> given(String... words) {
    if (Given.noneNull(words, "words").length == 0) {
      throw Given.refused("words", "at least one word, the program", "[]");
    }
    return Vector.of(words);
  }

  static ShellScript script(Run run) {
    ExecWords words = new ExecWords();
    String text = run.text();
    int i = 0;
    for (String argument : run.arguments()) {
      words.word(argument, text, run.parts().argumentSpan(i++));
    }
    int[] starts = words.starts;
    int[] ends = words.ends;
    return ShellScript.parse(words.script.toString(), offset -> starts[offset], offset -> ends[offset]);
  }

  private void word(String value, String text, Span span) {
    if (script.length() > 0) {
      put(' ', span.start(), 1);
    }
    put('\'', span.start(), 1);
    int at = span.start() + 1;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int width = width(text, at);
      if (c == '\'') {
        put('\'', at, width);
        put('\\', at, width);
        put('\'', at, width);
        put('\'', at, width);
      } else {
        put(c, at, width);
      }
      at += width;
    }
    put('\'', Math.max(span.start(), span.end() - 1), 1);
  }

  /** How many characters of JSON text the character here takes. */
  private static int width(String text, int at) {
    if (at + 1 >= text.length() || text.charAt(at) != '\\') {
      return 1;
    }
    return text.charAt(at + 1) == 'u' ? 6 : 2;
  }

  private void put(char c, int start, int width) {
    int length = script.length();
    if (length == starts.length) {
      starts = Arrays.copyOf(starts, 2 * length);
      ends = Arrays.copyOf(ends, 2 * length);
    }
    starts[length] = start;
    ends[length] = start + width;
    script.append(c);
  }
}
