package dev.drydock.text;

import java.io.Serializable;
import java.util.Objects;

/**
 * A range of a text, in UTF-16 code units: {@code start} inclusive, {@code end} exclusive.
 */
public record Span(int start, int end) implements Serializable {

  /**
   * A range.
   *
   * @throws IllegalArgumentException where {@code start} is negative or {@code end} lies before it
   */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("not a span: " + start + ".." + end);
    }
  }

  /** How many code units it covers. */
  public int length() {
    return end - start;
  }

  /** Whether the other span lies within this one. */
  public boolean covers(Span other) {
    Objects.requireNonNull(other, "other");
    return start <= other.start && other.end <= end;
  }

  /** What it covers of the text that it is a range of. */
  public String of(String text) {
    Objects.requireNonNull(text, "text");
    return text.substring(start, end);
  }
}
