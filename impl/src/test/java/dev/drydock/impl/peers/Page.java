package dev.drydock.impl.peers;

import dev.drydock.impl.peers.Check.Harm;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/** The page, section by section; those that are not made anew stay as they are, and so does what is written by hand. */
final class Page {

  private static final String CHECKS = "## What comes out\n";
  private static final String TIMES = "## Whole processes\n";

  /** What stands from here on is written by hand. */
  private static final String BY_HAND = "## What tally does better\n";

  private final StringBuilder head =
      new StringBuilder("# Beside the peers\n\nWritten by `benchmarks/peers/run --corpus FOLDER`, but for what begins with *What tally does better*.\n");

  private String checks = "";
  private String times = "";

  Page(List<String> missing) {
    if (!missing.isEmpty()) {
      head.append("These packages could not be had, and what needs them is missing here: ").append(String.join(", ", missing)).append(".\n");
    }
  }

  void verdicts(Map<Rewriter, Verdict> verdicts, int judged, int all) {
    StringBuilder text = new StringBuilder(CHECKS);
    text.append(
        String.format(
            Locale.ROOT,
            "%nOn %s: each program has the same %,d published Dockerfiles, those of %,d that BuildKit accepts and tally takes."
                + " The commands, each over a copy of the files:%n%n",
            LocalDate.now(ZoneOffset.UTC),
            judged,
            all));
    verdicts.keySet().forEach(rewriter -> text.append("- ").append(rewriter.name()).append(": `").append(rewriter.shown()).append("`\n"));
    text.append("\nThe same checks judge every copy. They read the text before and after, and use nothing of the transforms'.\n\n| files |");
    verdicts.keySet().forEach(rewriter -> text.append(' ').append(rewriter.name()).append(" |"));
    text.append("\n|---|").append("---:|".repeat(verdicts.size())).append('\n');
    text.append(row("changed", verdicts.values(), Verdict::changed));
    for (Harm harm : Harm.values()) {
      text.append(row(harm.row, verdicts.values(), verdict -> verdict.files(harm).size()));
      checks().stream()
          .filter(check -> check.harm() == harm)
          .forEach(check -> text.append(row(check.name(), verdicts.values(), verdict -> verdict.files(check).size())));
    }
    text.append(row("*mounts added, in all files*", verdicts.values(), Verdict::mounts));
    text.append("\nWhat each row counts:\n\n");
    checks().forEach(check -> text.append("- **").append(check.name()).append("**: ").append(check.meaning()).append('\n'));
    checks = text.toString();
  }

  private static List<Check> checks() {
    List<Check> checks = new ArrayList<>(Checks.ALL);
    checks.addAll(List.of(Verdict.BASH, Verdict.OTHER_READERS, Verdict.AGAIN));
    return checks;
  }

  private static String row(String name, Collection<Verdict> verdicts, ToIntFunction<Verdict> count) {
    StringBuilder row = new StringBuilder("| ").append(name).append(" |");
    verdicts.forEach(verdict -> row.append(String.format(Locale.ROOT, " %,d |", count.applyAsInt(verdict))));
    return row.append('\n').toString();
  }

  void times(Race race, int files, int rounds) {
    times =
        TIMES
            + String.format(
                Locale.ROOT,
                "%nOn %s: one process over %,d of these files, less one over a single file of one line. Medians of %d rounds, in which all run one"
                    + " after the other (lowest–highest); ratios are taken within a round. %d processors, shared with other work: the time on the wall is what the other work left, so"
                    + " CPU time and ratios are what to read. The programs do different things: who parses or formats asks nothing of a"
                    + " RUN's commands.%n%n",
                LocalDate.now(ZoneOffset.UTC),
                files,
                rounds,
                Runtime.getRuntime().availableProcessors())
            + race.table();
  }

  /** What was made in this run. */
  String text() {
    return over("");
  }

  /** The new text of the file that had the old one. */
  String over(String old) {
    StringBuilder text = new StringBuilder(head);
    for (String section : List.of(checks.isEmpty() ? section(old, CHECKS) : checks, times.isEmpty() ? section(old, TIMES) : times)) {
      text.append(section.isEmpty() ? "" : "\n").append(section);
    }
    int byHand = old.indexOf(BY_HAND);
    return text.append(byHand < 0 ? "" : "\n" + old.substring(byHand)).toString();
  }

  private static String section(String old, String heading) {
    int begin = old.indexOf(heading);
    int end = begin < 0 ? -1 : old.indexOf("\n## ", begin);
    return begin < 0 ? "" : end < 0 ? old.substring(begin) : old.substring(begin, end);
  }
}
