package dev.drydock.benchmarks.freeze;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What of a freeze is written, compared or shown.
 *
 * @param only a part of the names of the transforms; empty for all
 * @param every each how many-th file
 * @param generated how many generated files
 * @param corpus whether files of the corpus
 * @param most how many files of each sort a report names
 */
record Options(String only, int every, int generated, boolean corpus, int most) {

  static final String HELP =
      """
        --only TEXT      only transforms whose names hold this text
        --every N        only each N-th file
        --generated N    only the first N generated files (20000)
        --no-corpus      only generated files
        --most N         a report names at most N files of each sort (100)
      """;

  private static final Map<String, String> DEFAULTS =
      Map.of("--only", "", "--every", "1", "--generated", "20000", "--most", "100");

  /**
   * What the command line says.
   *
   * @throws IllegalArgumentException where an option is not known, or a number is none
   */
  static Options of(List<String> arguments) {
    Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
    boolean corpus = true;
    for (int i = 0; i < arguments.size(); i++) {
      String name = arguments.get(i);
      if (name.equals("--no-corpus")) {
        corpus = false;
      } else if (DEFAULTS.containsKey(name) && i + 1 < arguments.size()) {
        values.put(name, arguments.get(++i));
      } else {
        throw new IllegalArgumentException("an option that is not known, or has no value: " + name);
      }
    }
    return new Options(
        values.getOrDefault("--only", ""),
        Math.max(1, number(values, "--every")),
        number(values, "--generated"),
        corpus,
        number(values, "--most"));
  }

  private static int number(Map<String, String> values, String name) {
    String value = values.getOrDefault(name, "");
    if (!value.matches("\\d{1,8}")) {
      throw new IllegalArgumentException(name + " takes a number, not " + value);
    }
    return Integer.parseInt(value);
  }

  /** Those of the transforms that are meant. */
  <T> Map<String, T> choose(Map<String, T> transforms) {
    Map<String, T> chosen = new LinkedHashMap<>(transforms);
    chosen.keySet().removeIf(name -> !meant(name));
    return chosen;
  }

  /** Whether a transform of this name is meant. */
  boolean meant(String transform) {
    return transform.contains(only);
  }

  /** Whether this file is meant, which is the one of this index among all. */
  boolean meant(Input input, int index) {
    return index % every == 0 && (input.generated() ? input.number() < generated : corpus);
  }
}
