package dev.drydock.cli;

/**
 * Writes one JSON value on one line. Characters that would end a line for some reader, and halves of surrogate pairs,
 * which UTF-8 has no bytes for, are escaped.
 */
final class JsonWriter {

  private final StringBuilder text = new StringBuilder();
  private boolean first = true;

  /** Begins an object, as the next value. */
  JsonWriter object() {
    return open('{');
  }

  /** Ends the object. */
  JsonWriter endObject() {
    return close('}');
  }

  /** Begins an array, as the next value. */
  JsonWriter array() {
    return open('[');
  }

  /** Ends the array. */
  JsonWriter endArray() {
    return close(']');
  }

  /** The name of the value that follows. */
  JsonWriter name(String name) {
    value(name);
    text.append(':');
    first = true;
    return this;
  }

  /** A string. */
  JsonWriter value(String value) {
    separate();
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      append(value, i);
    }
    text.append('"');
    return this;
  }

  /** A number. */
  JsonWriter value(int value) {
    separate();
    text.append(value);
    return this;
  }

  /** {@code true} or {@code false}. */
  JsonWriter value(boolean value) {
    separate();
    text.append(value);
    return this;
  }

  private void append(String value, int index) {
    char c = value.charAt(index);
    switch (c) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || isHalf(value, index)) {
          text.append(String.format("\\u%04x", (int) c));
        } else {
          text.append(c);
        }
      }
    }
  }

  private static boolean isHalf(String value, int index) {
    char c = value.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == value.length() || !Character.isLowSurrogate(value.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(value.charAt(index - 1)));
  }

  private JsonWriter open(char bracket) {
    separate();
    text.append(bracket);
    first = true;
    return this;
  }

  private JsonWriter close(char bracket) {
    text.append(bracket);
    first = false;
    return this;
  }

  private void separate() {
    if (!first) {
      text.append(',');
    }
    first = false;
  }

  /** What was written so far. */
  @Override
  public String toString() {
    return text.toString();
  }
}
