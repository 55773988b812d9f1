package dev.drydock.cli;

import dev.drydock.cli.format.Formats;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how much is shown; without any it is a summary. */
final class Display {

  @Option(names = "--diff", description = "Show what would change, such that git apply and patch -p1 take it.")
  private boolean diff;

  @Option(names = "--list", description = "Show each note, with its file and line.")
  private boolean list;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Write what was found for other programs, in place of a summary: ${COMPLETION-CANDIDATES}. All are described in"
              + " docs/formats.md.")
  private @Nullable Formats format;

  @Option(names = "--verbose", description = "Show the changes, the notes and the summary.")
  private boolean verbose;

  @Option(names = "--quiet", description = "Say only what could not be done.")
  private boolean quiet;

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      description =
          "auto (the default: on a terminal, unless NO_COLOR is set or TERM is dumb; FORCE_COLOR asks for them), always"
              + " or never.")
  private Colors.When color = Colors.When.auto;

  /** The format for other programs; where there is one, nothing else is shown. */
  @Nullable Formats format() {
    return format;
  }

  boolean diffs() {
    return forPeople() && (diff || verbose);
  }

  boolean notes() {
    return forPeople() && (list || verbose);
  }

  boolean summary() {
    return forPeople() && (verbose || !(diff || list));
  }

  /** One line of totals, beside diffs and lists that have no summary. */
  boolean totals() {
    return forPeople() && !summary();
  }

  private boolean forPeople() {
    return !quiet && format == null;
  }

  boolean quiet() {
    return quiet;
  }

  Colors colors(boolean terminal) {
    return Colors.of(color, terminal, System.getenv());
  }
}
