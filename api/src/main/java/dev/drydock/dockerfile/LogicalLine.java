package dev.drydock.dockerfile;

/**
 * An instruction's physical lines joined to one, and the way back to the text they came from.
 *
 * @param joined the joined line: line ends, escape characters, and comments and blank lines in between are gone
 * @param segments pairs (joined offset, text offset), ascending; between two pairs both advance together
 */
record LogicalLine(String joined, int[] segments) {

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
}
