package dev.drydock.cli;

import dev.drydock.fleet.FleetFile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What {@code --check} fails on: files that would change, warnings, errors; but not what a baseline forgives. */
final class Gate {

  /** What a person may have a check fail on. */
  enum FailOn {
    /** A file would change. */
    changed,
    /** There is a warning. */
    warning
  }

  private static final int SHOWN = 5;

  private final Set<FailOn> failOn;
  private final Baseline baseline;
  private final Set<Baseline.Finding> found = new TreeSet<>();
  private final List<Baseline.Finding> failures = new ArrayList<>();

  Gate(Set<FailOn> failOn, Baseline baseline) {
    this.failOn = Set.copyOf(failOn);
    this.baseline = baseline;
  }

  /** Looks at a file. */
  void add(FleetFile file, Rewrite rewrite, RuleSettings rules) {
    baseline.visited(file.path());
    if (rewrite.changed() && failOn.contains(FailOn.changed)) {
      find(file.path(), Baseline.CHANGED);
    }
    for (Note note : rewrite.notes()) {
      Severity severity = rules.of(note);
      if (severity == Severity.ERROR || (severity == Severity.WARNING && failOn.contains(FailOn.warning))) {
        find(file.path(), note.rule());
      }
    }
  }

  /** Looks at a warning that is about a file, or about several of which it is one. */
  void addWarning(Path file, String rule) {
    if (failOn.contains(FailOn.warning)) {
      find(file, rule);
    }
  }

  private void find(Path file, String what) {
    Baseline.Finding finding = baseline.finding(file, what);
    if (found.add(finding) && !baseline.forgives(finding)) {
      failures.add(finding);
    }
  }

  boolean fails() {
    return !failures.isEmpty();
  }

  /** All that was found, for a baseline. */
  Set<Baseline.Finding> found() {
    return found;
  }

  /** Why it fails, and what the baseline need not forgive any more; empty where there is nothing to say. */
  String text() {
    String why = fails() ? "drydock: --check fails: " + some(failures) + "\n" : "";
    List<Baseline.Finding> obsolete = baseline.obsolete(found);
    return why + (obsolete.isEmpty() ? "" : "drydock: the baseline need not forgive any more: " + some(obsolete) + "\n");
  }

  private static String some(List<Baseline.Finding> findings) {
    String first = String.join(", ", findings.stream().limit(SHOWN).map(Baseline.Finding::toString).toList());
    return findings.size() <= SHOWN ? first : first + ", and " + (findings.size() - SHOWN) + " more";
  }
}
