package dev.drydock.benchmarks.paired;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Something that is to be reached, and what was measured.
 *
 * @param unit what follows a figure: {@code ×}, {@code MB/s}, {@code B}, {@code s}; empty for a number of things
 * @param atLeast whether more is better
 * @param values one a round, or one alone
 */
record Goal(String what, double wanted, String unit, boolean atLeast, List<Double> values) {

  static Goal atLeast(double wanted, String unit, String what, List<Double> values) {
    return new Goal(what, wanted, unit, true, values);
  }

  static Goal atMost(double wanted, String unit, String what, double value) {
    return new Goal(what, wanted, unit, false, List.of(value));
  }

  /** One at most, from a line of a script: what, the goal, the unit and the values, with tabs between them and blanks between values. */
  static Goal read(String line) {
    String[] parts = line.split("\t", -1);
    List<Double> values = Arrays.stream(parts[3].strip().split(" ", -1)).map(Double::valueOf).toList();
    return new Goal(parts[0], Double.parseDouble(parts[1]), parts[2], false, values);
  }

  boolean isMet() {
    double median = Rounds.median(values);
    return atLeast ? median >= wanted : median <= wanted;
  }

  /** A row of the table: what, the goal, what was measured with its range, whether that is enough. */
  String row() {
    double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    String range = values.size() == 1 ? "" : " (" + shown(low) + " to " + shown(high) + ")";
    return String.format(
        Locale.ROOT,
        "| %s | %s %s | %s | %s |%n",
        what,
        atLeast ? "≥" : "≤",
        (shown(wanted) + " " + unit).strip(),
        (shown(Rounds.median(values)) + range + " " + unit).strip(),
        isMet() ? "met" : "**missed**");
  }

  /** Three digits or more. */
  static String shown(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
  }
}
