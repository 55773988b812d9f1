package dev.drydock.dockerfile;

/** An instruction's physical lines joined to one, and the way back to the text they came from. */
final class LogicalLine {

  private final String joined;

  /** Pairs (joined offset, text offset), ascending; between two pairs both advance together. */
  private final int[] segments;

  LogicalLine(String joined, int... segments) {
    this.joined = joined;
    this.segments = segments;
  }

  /** The joined line: line ends, escape characters, and comments and blank lines in between are gone. */
  String joined() {
    return joined;
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
