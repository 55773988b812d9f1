package dev.drydock.impl.shell;

import dev.drydock.spi.ShellBlock;
import java.util.Arrays;

/** A text that was taken out of its quotes, and where each of its characters was. */
final class Unquoted {

  private final StringBuilder text = new StringBuilder();
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private boolean expanded;

  /** Adds a character that reaches from {@code start} to {@code end} in the text around it, escape included. */
  void add(char c, int start, int end) {
    int length = text.length();
    if (length == starts.length) {
      starts = Arrays.copyOf(starts, 2 * length);
      ends = Arrays.copyOf(ends, 2 * length);
    }
    starts[length] = start;
    ends[length] = end;
    text.append(c);
  }

  void addAll(Unquoted other) {
    for (int i = 0; i < other.text.length(); i++) {
      add(other.text.charAt(i), other.starts[i], other.ends[i]);
    }
    expanded |= other.expanded;
  }

  /** Notes that the shell around it expands a variable in it. */
  void expand() {
    expanded = true;
  }

  boolean expanded() {
    return expanded;
  }

  String text() {
    return text.toString();
  }

  /** Reads it as a script of its own. */
  void read(Cursor outer, ShellBlock kind) {
    if (text.length() == 0) {
      return;
    }
    int length = text.length();
    outer.sink.source(text(), Arrays.copyOf(starts, length), Arrays.copyOf(ends, length));
    new ScriptReader(new Cursor(text(), outer.sink, outer.depth() + 1)).script(kind);
    outer.sink.sourceEnd();
  }
}
