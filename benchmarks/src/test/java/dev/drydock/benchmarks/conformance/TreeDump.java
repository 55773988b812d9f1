package dev.drydock.benchmarks.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what was read of a Dockerfile as {@code Node.Dump} in BuildKit's parser does, for its own test files. */
final class TreeDump {

  private TreeDump() {}

  static String of(JsonNode row) {
    StringBuilder tree = new StringBuilder();
    for (JsonNode instruction : row.get("instructions")) {
      tree.append('(').append(instruction.get("keyword").asText().toLowerCase(Locale.ROOT));
      if (instruction.has("flags")) {
        tree.append(" [").append(quoted(texts(instruction.get("flags")))).append(']');
      }
      List<String> args = texts(instruction.get("args"));
      if (instruction.get("keyword").asText().equalsIgnoreCase("ONBUILD") && !args.isEmpty()) {
        tree.append(" (").append(args.get(0).toLowerCase(Locale.ROOT)).append(' ');
        tree.append(quoted(args.subList(1, args.size()))).append(')');
      } else if (!args.isEmpty()) {
        tree.append(' ').append(quoted(args));
      }
      tree.append(")\n");
    }
    return tree.toString();
  }

  private static List<String> texts(JsonNode values) {
    List<String> texts = new ArrayList<>();
    values.forEach(value -> texts.add(value.asText()));
    return texts;
  }

  private static String quoted(List<String> values) {
    return String.join(" ", values.stream().map(TreeDump::quote).toList());
  }

  /** Go's {@code strconv.Quote}, as far as the test files need it. */
  private static String quote(String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      int named = "\"\\\b\f\n\r\t".indexOf(c);
      if (named >= 0) {
        quoted.append('\\').append("\"\\bfnrt".charAt(named));
      } else {
        quoted.append(c < ' ' ? String.format("\\x%02x", (int) c) : String.valueOf(c));
      }
    }
    return quoted.append('"').toString();
  }
}
