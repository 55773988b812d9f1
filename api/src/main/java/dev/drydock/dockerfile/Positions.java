package dev.drydock.dockerfile;

/** Turns ascending offsets of a text into lines and columns, in one walk. */
final class Positions {

  private final String text;
  private int line = 1;
  private int lineStart;

  Positions(String text) {
    this.text = text;
  }

  Problem problem(String kind, int offset, String message) {
    if (offset < lineStart) {
      line = 1;
      lineStart = 0;
    }
    for (int feed = text.indexOf('\n', lineStart);
        feed >= 0 && feed < offset;
        feed = text.indexOf('\n', lineStart)) {
      line++;
      lineStart = feed + 1;
    }
    return new Problem(kind, line, offset - lineStart + 1, message);
  }
}
