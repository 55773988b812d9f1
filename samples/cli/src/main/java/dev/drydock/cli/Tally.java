package dev.drydock.cli;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts what rewrites say: for each tool the RUNs that were mounted and those that were left alone, and for each rule
 * its notes and the files that have them. A rule's id tells its tool: {@code mount-cache/pip/inert} is about pip.
 */
final class Tally {

  private static final String MOUNTING = "mount-cache";

  /** How often a rule spoke, and in how many files. */
  private record Count(int notes, int files) {

    Count plus(int moreNotes) {
      return new Count(notes + moreNotes, files + 1);
    }
  }

  /** The RUNs of one tool. */
  private record Runs(int mounted, int leftAlone) {

    Runs plus(boolean wasMounted) {
      return wasMounted ? new Runs(mounted + 1, leftAlone) : new Runs(mounted, leftAlone + 1);
    }
  }

  private final Map<String, Runs> runs = new TreeMap<>();
  private final Map<String, Count> rules = new TreeMap<>();
  private int files;
  private int changed;
  private int invalid;

  /** Takes in one rewrite. */
  void add(Rewrite rewrite) {
    files++;
    changed += rewrite.changed() ? 1 : 0;
    invalid += rewrite.before().problems().nonEmpty() ? 1 : 0;
    for (PackageManager tool : PackageManagers.ALL) {
      addRuns(rewrite, tool.name());
    }
    Map<String, Integer> spoken = new TreeMap<>();
    rewrite.notes().forEach(note -> spoken.merge(kind(note) + " " + note.rule(), 1, Integer::sum));
    spoken.forEach(
        (rule, notes) -> rules.put(rule, rules.getOrDefault(rule, new Count(0, 0)).plus(notes)));
  }

  /** What is added beside a RUN has notes too, on the lines that it stands at; those are no RUNs. */
  private void addRuns(Rewrite rewrite, String tool) {
    Set<Integer> mounted = new HashSet<>();
    Set<Integer> all = new HashSet<>();
    for (Note note : rewrite.notes()) {
      String[] rule = note.rule().split("/", -1);
      boolean ofTool = rule.length == 3 && rule[0].equals(MOUNTING) && rule[1].equals(tool);
      boolean added = note.kind() == Note.Kind.CHANGED && !note.rule().endsWith("/mounted");
      if (ofTool && !added) {
        all.add(note.line());
        if (note.kind() == Note.Kind.CHANGED) {
          mounted.add(note.line());
        }
      }
    }
    for (int line : all) {
      runs.put(tool, runs.getOrDefault(tool, new Runs(0, 0)).plus(mounted.contains(line)));
    }
  }

  private static String kind(Note note) {
    return note.kind().name().toLowerCase(Locale.ROOT);
  }

  /** What was counted, as tables of plain text. */
  String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format("Dockerfiles: %d; would change: %d; with problems: %d%n", files, changed, invalid));
    if (!runs.isEmpty()) {
      text.append(String.format("%n%-10s %8s %8s %10s%n", "tool", "RUNs", "mounted", "left alone"));
      runs.forEach(
          (tool, count) ->
              text.append(
                  String.format(
                      "%-10s %8d %8d %10d%n",
                      tool, count.mounted() + count.leftAlone(), count.mounted(), count.leftAlone())));
    }
    if (!rules.isEmpty()) {
      text.append(String.format("%n%-52s %8s %8s%n", "rule", "notes", "files"));
      rules.forEach(
          (rule, count) -> text.append(String.format("%-52s %8d %8d%n", rule, count.notes(), count.files())));
    }
    return text.toString();
  }
}
