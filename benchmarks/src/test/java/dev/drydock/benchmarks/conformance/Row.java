package dev.drydock.benchmarks.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What every model of a Dockerfile can say of an instruction.
 *
 * @param line the physical line that it begins on, counted from 1
 * @param flags all flags, as text
 * @param exec whether it is in exec form
 * @param arguments all arguments, as text; {@code null} where they are not compared
 */
record Row(String keyword, int line, String flags, boolean exec, @Nullable String arguments) {

  private static final Set<String> PAIRS = Set.of("ENV", "LABEL");

  /** The rows of a file in the form of BuildKit's answers. */
  static List<Row> of(JsonNode file) {
    List<Row> rows = new ArrayList<>();
    for (JsonNode node : file.path("instructions")) {
      String keyword = node.get("keyword").asText().toUpperCase(Locale.ROOT);
      StringBuilder flags = new StringBuilder();
      node.path("flags").forEach(flag -> flags.append(flag.asText()).append(' '));
      StringBuilder arguments = new StringBuilder();
      for (int i = 0; i < node.path("args").size(); i++) {
        if (!PAIRS.contains(keyword) || i % 3 < 2) {
          arguments.append(node.get("args").get(i).asText());
        }
      }
      boolean exec = node.path("json").asBoolean();
      rows.add(new Row(keyword, node.get("start").asInt(), flags.toString(), exec, arguments.toString()));
    }
    return rows;
  }

  /**
   * What is left of a text without comment lines, blanks, quotes and escape characters, so that models which keep
   * these as written, and models which remove them, can be compared.
   */
  static @Nullable String plain(@Nullable String text) {
    return text == null ? null : text.replaceAll("(?m)(?<=\\n)[ \\t]*#.*$", "").replaceAll("[\\s\\\\`\"']+", "");
  }
}
