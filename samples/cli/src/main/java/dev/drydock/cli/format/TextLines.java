package dev.drydock.cli.format;

import dev.drydock.text.Span;
import dev.drydock.text.TextEdit;
import java.util.Arrays;

/** The lines of a text, to find places in it. */
final class TextLines {

  private final String text;
  private final int[] starts;

  TextLines(String text) {
    this.text = text;
    int[] found = new int[16];
    int count = 1;
    for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
      found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
      found[count++] = feed + 1;
    }
    this.starts = Arrays.copyOf(found, count);
  }

  /** Where a span is. */
  Region region(Span span) {
    int line = index(span.start());
    int endLine = index(span.end());
    return new Region(line + 1, span.start() - starts[line] + 1, endLine + 1, span.end() - starts[endLine] + 1);
  }

  /** An edit as a replacement of whole lines. */
  Replacement wholeLines(TextEdit edit) {
    int start = starts[index(edit.start())];
    boolean closed = edit.replacement().isEmpty() ? edit.start() == start : edit.replacement().endsWith("\n");
    int end = closed && edit.end() == starts[index(edit.end())] ? edit.end() : next(edit.end());
    String inserted = text.substring(start, edit.start()) + edit.replacement() + text.substring(edit.end(), end);
    return new Replacement(region(new Span(start, end)), inserted);
  }

  /** Where the line after that of an offset begins, or the text ends. */
  private int next(int offset) {
    int line = index(offset);
    return line + 1 < starts.length ? starts[line + 1] : text.length();
  }

  private int index(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }
}
