package dev.drydock.dockerfile;

import org.jspecify.annotations.Nullable;

/** A text that constructs are slices of, and the layout that what is added to them takes. */
final class Source {

  private final String text;
  private final char escape;
  private @Nullable String lineEnding;

  Source(String text, char escape) {
    this.text = text;
    this.escape = escape;
  }

  /** A text that takes its line ending from elsewhere, because it is too short to tell. */
  Source(String text, char escape, String lineEnding) {
    this(text, escape);
    this.lineEnding = lineEnding;
  }

  String text() {
    return text;
  }

  char escape() {
    return escape;
  }

  /** The line ending that most lines have: {@code \n}, or {@code \r\n} where more than half end so. */
  String lineEnding() {
    String known = lineEnding;
    if (known == null) {
      int all = 0;
      int withReturn = 0;
      for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
        all++;
        if (at > 0 && text.charAt(at - 1) == '\r') {
          withReturn++;
        }
      }
      known = withReturn * 2 > all ? "\r\n" : "\n";
      lineEnding = known;
    }
    return known;
  }
}
