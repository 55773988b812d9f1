package dev.drydock.impl.read;

import dev.drydock.spi.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of ENV and LABEL, as key, value and separator in turn: {@code parseNameVal} in
 * {@code frontend/dockerfile/parser/line_parsers.go}. The old form, a key and the rest of the line, has an empty
 * separator.
 */
final class NameValueReader {

  private NameValueReader() {}

  static ArgumentReader.Arguments read(Kind kind, String line, int start, int end, char escape) {
    List<Argument> words = WordReader.read(line, start, end, escape);
    if (words.isEmpty()) {
      return new ArgumentReader.Arguments(List.of(), false, null);
    }
    if (words.get(0).value().indexOf('=') < 0) {
      return legacy(kind, line, start, end);
    }
    List<Argument> parts = new ArrayList<>(words.size() * 3);
    for (Argument word : words) {
      int equals = word.value().indexOf('=');
      if (equals < 0) {
        return refused(
            "name-without-value",
            "Syntax error - can't find = in \"" + word.value() + "\". Must be of the form: name=value");
      }
      int at = word.start() + equals;
      parts.add(new Argument(word.value().substring(0, equals), word.start(), at));
      parts.add(new Argument(word.value().substring(equals + 1), at + 1, word.end()));
      parts.add(new Argument("=", at, at + 1));
    }
    return new ArgumentReader.Arguments(parts, false, null);
  }

  private static ArgumentReader.Arguments legacy(Kind kind, String line, int start, int end) {
    int keyEnd = Whitespace.separator(line, start, end);
    if (keyEnd == end) {
      return refused("name-without-value", kind + " must have two arguments");
    }
    int value = Whitespace.skipSeparators(line, keyEnd, end);
    return new ArgumentReader.Arguments(
        List.of(
            new Argument(line.substring(start, keyEnd), start, keyEnd),
            new Argument(line.substring(value, end), value, end),
            new Argument("", keyEnd, keyEnd)),
        false,
        null);
  }

  private static ArgumentReader.Arguments refused(String id, String message) {
    return new ArgumentReader.Arguments(List.of(), false, new LineFault(id, message));
  }
}
