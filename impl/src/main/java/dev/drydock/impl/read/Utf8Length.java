package dev.drydock.impl.read;

/** Lengths in the bytes that BuildKit reads. */
final class Utf8Length {

  /** The longest physical line, {@code bufio.MaxScanTokenSize} less its line feed. */
  static final int LONGEST_LINE = 65_535;

  private Utf8Length() {}

  /** Whether the range takes more bytes than this; counts them only where it might. */
  static boolean exceeds(String text, int start, int end, int bytes) {
    int units = end - start;
    if (units > bytes) {
      return true;
    }
    if (units <= bytes / 3) {
      return false;
    }
    int count = units;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        // Each half of a surrogate pair stands for two of its four bytes.
        count += c < 0x800 || Character.isSurrogate(c) ? 1 : 2;
      }
    }
    return count > bytes;
  }
}
