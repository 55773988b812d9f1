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

/** The page that is written, part by part; what stands in the file from the first heading by hand on is kept. */
final class Page {

  /** What stands below this line in the file is written by hand. */
  private static final String BY_HAND = "## What tally does better";

  private final StringBuilder text = new StringBuilder("# Beside the peers\n\n");

  Page(List<String> missing) {
    text.append("Written by `benchmarks/peers/run --corpus FOLDER` on ").append(LocalDate.now(ZoneOffset.UTC)).append(".\n");
    if (!missing.isEmpty()) {
      text.append("These packages could not be had, and what needs them is missing here: ").append(String.join(", ", missing)).append(".\n");
    }
  }

  void files(int judged, int all) {
    text.append(
        String.format(
            Locale.ROOT,
            "Every program has the same %,d published Dockerfiles: those of %,d that BuildKit accepts, and tally takes.%n",
            judged,
            all));
  }

  void verdicts(Map<Rewriter, Verdict> verdicts) {
    text.append("\n## What comes out\n\nThe commands, each over a copy of the files:\n\n");
    verdicts.keySet().forEach(rewriter -> text.append("- ").append(rewriter.name()).append(": `").append(rewriter.shown()).append("`\n"));
    text.append("\nThe same checks judge every copy. They read the text before and after, and use nothing of the transforms'.\n\n| files |");
    verdicts.keySet().forEach(rewriter -> text.append(' ').append(rewriter.name()).append(" |"));
    text.append("\n|---|").append("---:|".repeat(verdicts.size())).append('\n');
    row("changed", verdicts.values(), Verdict::changed);
    for (Harm harm : Harm.values()) {
      row(harm.row, verdicts.values(), verdict -> verdict.files(harm).size());
      checks().stream().filter(check -> check.harm() == harm).forEach(check -> row(check.name(), verdicts.values(), verdict -> verdict.files(check).size()));
    }
    row("*mounts added, in all files*", verdicts.values(), Verdict::mounts);
    text.append("\nWhat each row counts:\n\n");
    checks().forEach(check -> text.append("- **").append(check.name()).append("**: ").append(check.meaning()).append('\n'));
  }

  private static List<Check> checks() {
    List<Check> checks = new ArrayList<>(Checks.ALL);
    checks.addAll(List.of(Verdict.BASH, Verdict.OTHER_READERS, Verdict.AGAIN));
    return checks;
  }

  private void row(String name, Collection<Verdict> verdicts, ToIntFunction<Verdict> count) {
    text.append("| ").append(name).append(" |");
    verdicts.forEach(verdict -> text.append(String.format(Locale.ROOT, " %,d |", count.applyAsInt(verdict))));
    text.append('\n');
  }

  void times(Race race, int rounds) {
    text.append(
        String.format(
            Locale.ROOT,
            "%n## Whole processes%n%nOne process over all the files, less one over a single file of one line. Medians of %d rounds, in which all run one"
                + " after the other (lowest–highest); ratios are taken within a round. %d processors, shared with other work: CPU time and ratios mean"
                + " more than the time on the wall. The programs do different things: parsing and formatting ask nothing of a RUN's commands.%n%n",
            rounds,
            Runtime.getRuntime().availableProcessors()));
    text.append(race.table());
  }

  String text() {
    return text.toString();
  }

  /** The new text of the file that had the old one. */
  String over(String old) {
    int kept = old.indexOf(BY_HAND);
    return text + (kept < 0 ? "" : "\n" + old.substring(kept));
  }
}
