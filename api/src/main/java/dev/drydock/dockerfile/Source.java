package dev.drydock.dockerfile;

import dev.drydock.view.View;

/** A text that constructs are slices of, and the layout that what is added to them takes. */
final class Source {

  private final String text;
  private final char escape;
  private final View<String> lineEnding = new View<>();

  Source(String text, char escape) {
    this.text = text;
    this.escape = escape;
  }

  /** A text that takes its line ending from elsewhere, because it is too short to tell. */
  Source(String text, char escape, String lineEnding) {
    this(text, escape);
    this.lineEnding.get(() -> lineEnding);
  }

  String text() {
    return text;
  }

  char escape() {
    return escape;
  }

  /** The line ending that most lines have: {@code \n}, or {@code \r\n} where more than half end so. */
  String lineEnding() {
    return lineEnding.get(this::usualLineEnding);
  }

  /** A text whose lines end so. */
  static String withLineEnding(String text, String lineEnding) {
    return text.replace("\r\n", "\n").replace("\n", lineEnding);
  }

  private String usualLineEnding() {
    int all = 0;
    int withReturn = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
      all++;
      if (at > 0 && text.charAt(at - 1) == '\r') {
        withReturn++;
      }
    }
    return withReturn * 2 > all ? "\r\n" : "\n";
  }
}
