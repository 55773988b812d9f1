package dev.drydock.benchmarks.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts agreement with BuildKit for each field, and keeps the first difference of each file. */
final class Table {

  private final String reader;
  private final Map<String, int[]> counts = new LinkedHashMap<>();
  private final Map<String, String> differences = new LinkedHashMap<>();
  private int files;

  Table(String reader) {
    this.reader = reader;
  }

  /** One more file. */
  void file() {
    files++;
  }

  /** Compares one value; whether it agrees. */
  boolean check(String field, String file, @Nullable Object theirs, @Nullable Object ours) {
    int[] count = counts.computeIfAbsent(field, name -> new int[2]);
    boolean agrees = theirs == null ? ours == null : theirs.equals(ours);
    count[agrees ? 0 : 1]++;
    if (!agrees) {
      differences.putIfAbsent(
          file, file + ": " + field + "\n  BuildKit: " + theirs + "\n  " + reader + ": " + ours);
    }
    return agrees;
  }

  int files() {
    return files;
  }

  /** The files that differ, each with its first difference. */
  Map<String, String> differences() {
    return differences;
  }

  /** The counts, a line for each field. */
  String counts(String name) {
    StringBuilder text = new StringBuilder();
    text.append(String.format("%n%s, %s: %d files, %d differ%n", reader, name, files, differences.size()));
    text.append(String.format("%-16s %9s %9s%n", "field", "agree", "differ"));
    counts.forEach((field, count) -> text.append(String.format("%-16s %9d %9d%n", field, count[0], count[1])));
    return text.toString();
  }
}
