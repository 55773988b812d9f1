package dev.drydock.impl.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Arguments written as a JSON array of strings: {@code parseJSON} in
 * {@code frontend/dockerfile/parser/line_parsers.go}. What is no JSON at all is shell form; a JSON array that
 * holds anything but strings is an error.
 */
record ExecForm(List<Argument> elements, boolean stringsOnly) {

  private static final ExecForm NOT_STRINGS = new ExecForm(List.of(), false);

  /** Reads the range; {@code null} if it is no JSON array. */
  static @Nullable ExecForm read(String line, int start, int end) {
    int open = Whitespace.trimStart(line, start, end);
    if (open == end || line.charAt(open) != '[') {
      return null;
    }
    List<Argument> elements = new ArrayList<>(4);
    StringBuilder value = new StringBuilder();
    int at = skipBlanks(line, open + 1, end);
    if (at < end && line.charAt(at) == ']') {
      return skipBlanks(line, at + 1, end) == end ? new ExecForm(elements, true) : null;
    }
    while (at < end && line.charAt(at) == '"') {
      value.setLength(0);
      int behind = JsonString.read(line, at, end, value);
      if (behind < 0) {
        return null;
      }
      elements.add(new Argument(value.toString(), at, behind));
      at = skipBlanks(line, behind, end);
      if (at < end && line.charAt(at) == ']') {
        return skipBlanks(line, at + 1, end) == end ? new ExecForm(elements, true) : null;
      }
      if (at == end || line.charAt(at) != ',') {
        return null;
      }
      at = skipBlanks(line, at + 1, end);
    }
    return JsonText.isValid(line, open, end) ? NOT_STRINGS : null;
  }

  private static int skipBlanks(String line, int start, int end) {
    int at = start;
    while (at < end && (line.charAt(at) == ' ' || line.charAt(at) == '\t' || line.charAt(at) == '\r')) {
      at++;
    }
    return at;
  }
}
