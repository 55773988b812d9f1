package dev.drydock.impl.read;

import dev.drydock.spi.Kind;
import java.util.List;
import java.util.Locale;

/** Prints a Dockerfile as {@code Node.Dump} in BuildKit's parser does, for its own test files. */
final class TreeDump {

  private TreeDump() {}

  static String of(String source) {
    StringBuilder tree = new StringBuilder();
    Constructs constructs = Constructs.of(source);
    for (Constructs.Cut cut : constructs.list) {
      if (cut.kind().compareTo(Kind.BLANK_LINE) > 0) {
        tree.append('(').append(node(Parts.of(cut.text(), constructs.escape), constructs.escape)).append(")\n");
      }
    }
    return tree.toString();
  }

  private static String node(Parts parts, char escape) {
    StringBuilder node = new StringBuilder(parts.keyword.toLowerCase(Locale.ROOT));
    if (!parts.flags.isEmpty()) {
      node.append(" [").append(quoted(parts.flags)).append(']');
    }
    if (parts.nested != null) {
      Parts held = Parts.of(parts.text.substring(parts.nestedStart), escape);
      node.append(" (").append(node(held, escape)).append(')');
    } else if (!parts.arguments.isEmpty()) {
      node.append(' ').append(quoted(parts.arguments));
    }
    return node.toString();
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
      } else if (c < ' ') {
        quoted.append(String.format("\\x%02x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
