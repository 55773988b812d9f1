package dev.drydock.shell;

import dev.drydock.text.Span;

/** A range of the enclosing text that goes, and what takes its place: mostly nothing, sometimes {@code true}. */
public record Cut(Span span, String replacement) {

  /** The text with cuts applied, which do not overlap and are in ascending order. */
  static String apply(String text, Iterable<Cut> cuts) {
    StringBuilder result = new StringBuilder(text.length());
    int kept = 0;
    for (Cut cut : cuts) {
      result.append(text, kept, cut.span.start()).append(cut.replacement);
      kept = cut.span.end();
    }
    return result.append(text, kept, text.length()).toString();
  }
}
