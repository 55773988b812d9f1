package dev.drydock.benchmarks.freeze;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What differs between an earlier run and this one: differences, which fail, and other wording, which does not. */
final class Comparison {

  private final Map<String, Integer> different = new LinkedHashMap<>();
  private final Map<String, Integer> reworded = new LinkedHashMap<>();
  private final List<String> filesThatDiffer = new ArrayList<>();
  private final List<String> filesReworded = new ArrayList<>();
  private int files;
  private int outcomes;

  /** Compares one file: the transforms that both runs know. */
  void add(FrozenFile earlier, FrozenFile now) {
    files++;
    List<String> names = new ArrayList<>();
    String first = "";
    List<String> otherWords = new ArrayList<>();
    String firstWords = "";
    for (Map.Entry<String, Outcome> entry : now.outcomes().entrySet()) {
      Outcome was = earlier.outcomes().get(entry.getKey());
      if (was == null) {
        continue;
      }
      outcomes++;
      Outcome is = entry.getValue();
      String difference = Difference.between(was, is);
      if (!difference.isEmpty()) {
        different.merge(entry.getKey(), 1, Integer::sum);
        names.add(entry.getKey());
        first = first.isEmpty() ? difference : first;
      } else if (!was.equals(is)) {
        reworded.merge(entry.getKey(), 1, Integer::sum);
        otherWords.add(entry.getKey());
        firstWords = firstWords.isEmpty() ? Difference.ofWording(was, is) : firstWords;
      }
    }
    if (!names.isEmpty()) {
      filesThatDiffer.add(said(now, names, first));
    }
    if (!otherWords.isEmpty()) {
      filesReworded.add(said(now, otherWords, firstWords));
    }
  }

  private static String said(FrozenFile file, List<String> names, String first) {
    String others = names.size() == 1 ? "" : " and " + (names.size() - 1) + " more";
    return file.input().name() + ": " + names.get(0) + others + "\n" + first;
  }

  /** How many outcomes were compared. */
  int outcomes() {
    return outcomes;
  }

  /** Whether a text, or what a note says in its parts, is another one. */
  boolean differs() {
    return !different.isEmpty();
  }

  /** Each file with its first difference, wording last, then the counts; at most so many files of each sort. */
  String report(int most) {
    StringBuilder report = new StringBuilder();
    list(report, "another wording", filesReworded, most);
    list(report, "differs", filesThatDiffer, most);
    counts(report, "wording differences by transform (no failure)", reworded);
    counts(report, "differences by transform", different);
    return report
        .append(
            String.format(
                "%d files, %d outcomes compared: %d files differ, %d files have another wording%n",
                files, outcomes, filesThatDiffer.size(), filesReworded.size()))
        .toString();
  }

  private static void list(StringBuilder report, String what, List<String> entries, int most) {
    entries.stream().limit(most).forEach(entry -> report.append(what).append("  ").append(entry).append('\n'));
    if (entries.size() > most) {
      report.append(String.format("%s  and %d more files (--most %d names them)%n", what, entries.size() - most, entries.size()));
    }
  }

  private static void counts(StringBuilder report, String title, Map<String, Integer> counts) {
    if (!counts.isEmpty()) {
      report.append(title).append('\n');
      counts.forEach((name, count) -> report.append(String.format("  %6d  %s%n", count, name)));
    }
  }
}
