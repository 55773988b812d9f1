package dev.drydock.cli;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts what rewrites say: for each tool the RUNs that were mounted, those that need no mount, and those that were left
 * alone, and for each rule its notes and the files that have them. A rule's id tells its tool: {@code
 * mount-cache/pip/inert} and {@code drop-cache-defeaters/pip/user-unknown} are about pip.
 */
final class Tally {

  private static final Set<String> OF_RUNS = Set.of("mount-cache", "drop-cache-defeaters");

  /** What a note says of a RUN; of several notes the one that comes first here counts. */
  private enum Fate {
    MOUNTED,
    MOUNTED_BEFORE,
    LEFT_ALONE,
    NO_DOWNLOAD;

    static Fate of(Note note) {
      boolean changed = note.kind() == Note.Kind.CHANGED;
      return note.rule().endsWith("/no-download") ? NO_DOWNLOAD
          : note.rule().endsWith("/already-mounted") || note.rule().endsWith("/dropped") ? MOUNTED_BEFORE
          : changed ? MOUNTED : LEFT_ALONE;
    }
  }

  /** How often a rule spoke, and in how many files. */
  private record Count(int notes, int files) {

    Count plus(int moreNotes) {
      return new Count(notes + moreNotes, files + 1);
    }
  }

  private final Map<String, Map<Fate, Integer>> runs = new TreeMap<>();
  private final Map<String, Count> rules = new TreeMap<>();
  private int files;
  private int changed;
  private int refused;
  private int skipped;

  /** Takes in one rewrite. */
  void add(Rewrite rewrite) {
    files++;
    changed += rewrite.changed() ? 1 : 0;
    refused += rewrite.before().problems().nonEmpty() ? 1 : 0;
    for (PackageManager tool : PackageManagers.ALL) {
      addRuns(rewrite, tool.name());
    }
    Map<String, Integer> spoken = new TreeMap<>();
    rewrite.notes().forEach(note -> spoken.merge(kind(note) + " " + note.rule(), 1, Integer::sum));
    spoken.forEach(
        (rule, notes) -> rules.put(rule, rules.getOrDefault(rule, new Count(0, 0)).plus(notes)));
  }

  /** Takes in a file that BuildKit would refuse. */
  void addRefused() {
    files++;
    refused++;
  }

  /** Takes in a file that was not looked at. */
  void addSkipped() {
    skipped++;
  }

  /** What is added beside a RUN has notes too, on the lines that it stands at; those are no RUNs. */
  private void addRuns(Rewrite rewrite, String tool) {
    Map<Integer, Fate> fates = new HashMap<>();
    for (Note note : rewrite.notes()) {
      String[] rule = note.rule().split("/", -1);
      boolean ofTool = rule.length == 3 && OF_RUNS.contains(rule[0]) && rule[1].equals(tool);
      boolean beside = note.kind() == Note.Kind.CHANGED && !Set.of("mounted", "dropped").contains(rule[rule.length - 1]);
      if (ofTool && !beside) {
        fates.merge(note.line(), Fate.of(note), (one, other) -> one.compareTo(other) < 0 ? one : other);
      }
    }
    for (Fate fate : fates.values()) {
      runs.computeIfAbsent(tool, any -> new EnumMap<>(Fate.class)).merge(fate, 1, Integer::sum);
    }
  }

  private static String kind(Note note) {
    return note.kind().name().toLowerCase(Locale.ROOT);
  }

  /** What was counted, as tables of plain text. */
  String table() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "Dockerfiles: %d; would change: %d; BuildKit would refuse: %d; not looked at: %d%n",
            files, changed, refused, skipped));
    if (!runs.isEmpty()) {
      text.append(
          String.format(
              "%n%-10s %8s %8s %15s %11s %11s%n", "tool", "RUNs", "mounted", "mounted before", "left alone", "no download"));
      runs.forEach((tool, fates) -> text.append(line(tool, fates)));
    }
    if (!rules.isEmpty()) {
      text.append(String.format("%n%-52s %8s %8s%n", "rule", "notes", "files"));
      rules.forEach(
          (rule, count) -> text.append(String.format("%-52s %8d %8d%n", rule, count.notes(), count.files())));
    }
    return text.toString();
  }

  private static String line(String tool, Map<Fate, Integer> fates) {
    int all = fates.values().stream().mapToInt(Integer::intValue).sum();
    return String.format(
        "%-10s %8d %8d %15d %11d %11d%n",
        tool,
        all,
        fates.getOrDefault(Fate.MOUNTED, 0),
        fates.getOrDefault(Fate.MOUNTED_BEFORE, 0),
        fates.getOrDefault(Fate.LEFT_ALONE, 0),
        fates.getOrDefault(Fate.NO_DOWNLOAD, 0));
  }
}
