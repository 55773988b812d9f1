package dev.drydock.dockerfile;

/**
 * An instruction's physical lines joined to one, and the way back to the text they came from. The joined line is made
 * again when somebody asks for it, which only few do.
 */
final class LogicalLine {

  /** A line without text. */
  static final LogicalLine EMPTY = new LogicalLine(0, 0, 0);

  private final int length;

  /** Pairs (joined offset, text offset), ascending; between two pairs both advance together. */
  private final int[] segments;

  LogicalLine(int length, int... segments) {
    this.length = length;
    this.segments = segments;
  }

  /** The joined line of the instruction's text: line ends, escape characters, and comments and blank lines in between are gone. */
  String joined(String text) {
    StringBuilder joined = new StringBuilder(length);
    for (int i = 0; i < segments.length; i += 2) {
      int end = i + 2 < segments.length ? segments[i + 2] : length;
      joined.append(text, segments[i + 1], segments[i + 1] + end - segments[i]);
    }
    return joined.toString();
  }

  /** Where the character at this offset of the joined line stands in the instruction's text. */
  int textOffset(int joinedOffset) {
    int low = 0;
    int high = segments.length / 2 - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (segments[middle * 2] <= joinedOffset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return segments[low * 2 + 1] + joinedOffset - segments[low * 2];
  }

  /** Where the character at this offset of the instruction's text stands in the joined line. */
  int joinedOffset(int textOffset) {
    int at = 0;
    for (int i = 0; i < segments.length && segments[i + 1] <= textOffset; i += 2) {
      at = segments[i] + textOffset - segments[i + 1];
    }
    return at;
  }
}
