package dev.drydock.benchmarks.tools;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code drydock stats} counted, for one tool. */
final class Counts {

  private static final Pattern FILES = Pattern.compile("Dockerfiles: (\\d+);.*");
  private static final Pattern RUNS = Pattern.compile("(\\S+) +(\\d+) +(\\d+) +(\\d+) +(\\d+) +(\\d+)");
  private static final Pattern NOTES = Pattern.compile("(changed|kept|warning) (\\S+?)/([^/ ]+)/(\\S+) +(\\d+) +(\\d+)");

  /** The notes of one rule: in how many RUNs, or of how many commands, and in how many files. */
  record Notes(String kind, String rule, int count, int files) {}

  private final Vector<String> lines;

  Counts(Vector<String> lines) {
    this.lines = lines;
  }

  /** The chapter of a tool's page: a sentence, and its rules, the most frequent first. */
  String chapter(String tool) {
    int files = lines.flatMap(line -> matched(FILES, line)).map(line -> number(line, 1)).head();
    Option<Matcher> row = lines.flatMap(line -> matched(RUNS, line)).find(line -> line.group(1).equals(tool));
    String sentence =
        row.map(
                found ->
                    String.format(
                        Locale.ROOT,
                        "In %,d real Dockerfiles %,d RUNs call it. Mounted now: %,d; mounted before: %,d; left alone: %,d; without a download: %,d.",
                        files, number(found, 2), number(found, 3), number(found, 4), number(found, 5), number(found, 6)))
            .getOrElse(() -> String.format(Locale.ROOT, "In %,d real Dockerfiles no RUN calls it.", files));
    Vector<Notes> notes =
        lines.flatMap(line -> matched(NOTES, line))
            .filter(line -> line.group(3).equals(tool))
            .map(line -> new Notes(line.group(1), line.group(2) + "/" + tool + "/" + line.group(4), number(line, 5), number(line, 6)))
            .sortBy(found -> -found.count());
    return sentence + "\n" + (notes.isEmpty() ? "" : table(notes));
  }

  private static String table(Vector<Notes> notes) {
    return "\n| | rule | what it means | notes | files |\n|---|---|---|--:|--:|\n"
        + notes.map(found -> "| " + found.kind() + " | " + RuleLink.to(found.rule()) + " | " + found.count() + " | " + found.files() + " |\n").mkString();
  }

  private static int number(Matcher line, int group) {
    return Integer.parseInt(line.group(group));
  }

  private static Option<Matcher> matched(Pattern pattern, String line) {
    Matcher matcher = pattern.matcher(line.strip());
    return matcher.matches() ? Option.some(matcher) : Option.none();
  }
}
