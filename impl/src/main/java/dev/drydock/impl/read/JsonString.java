package dev.drydock.impl.read;

/** One JSON string, decoded as Go's {@code encoding/json} decodes it: a lone surrogate becomes U+FFFD. */
final class JsonString {

  private JsonString() {}

  /**
   * Reads the string whose opening quote stands at {@code start} and appends what it says.
   *
   * @return behind the closing quote, or -1 where this is no JSON string
   */
  static int read(String text, int start, int end, StringBuilder into) {
    int at = start + 1;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '"') {
        return at + 1;
      }
      if (c < ' ') {
        return -1;
      }
      if (c != '\\') {
        into.append(c);
        at++;
      } else {
        at = escape(text, at, end, into);
        if (at < 0) {
          return -1;
        }
      }
    }
    return -1;
  }

  private static int escape(String text, int at, int end, StringBuilder into) {
    if (at + 1 >= end) {
      return -1;
    }
    char c = text.charAt(at + 1);
    if (c == 'u') {
      return unicode(text, at, end, into);
    }
    int index = "\"\\/bfnrt".indexOf(c);
    if (index < 0) {
      return -1;
    }
    into.append("\"\\/\b\f\n\r\t".charAt(index));
    return at + 2;
  }

  private static int unicode(String text, int at, int end, StringBuilder into) {
    int unit = hex(text, at, end);
    if (unit < 0) {
      return -1;
    }
    if (unit < 0xD800 || unit > 0xDFFF) {
      into.append((char) unit);
      return at + 6;
    }
    int next = hex(text, at + 6, end);
    if (unit <= 0xDBFF && next >= 0xDC00 && next <= 0xDFFF) {
      into.append((char) unit).append((char) next);
      return at + 12;
    }
    into.append('\uFFFD');
    return at + 6;
  }

  private static int hex(String text, int at, int end) {
    if (at + 6 > end || text.charAt(at) != '\\' || text.charAt(at + 1) != 'u') {
      return -1;
    }
    int unit = 0;
    for (int i = at + 2; i < at + 6; i++) {
      char c = text.charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      unit = unit * 16 + digit;
    }
    return unit;
  }
}
