package dev.drydock.cli;

import picocli.CommandLine.Option;

/** The options that say how much is shown; without any it is a summary. */
final class Display {

  @Option(names = "--diff", description = "Show what would change, such that git apply and patch -p1 take it.")
  private boolean diff;

  @Option(names = "--list", description = "Show each note, with its file and line.")
  private boolean list;

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

  boolean diffs() {
    return !quiet && (diff || verbose);
  }

  boolean notes() {
    return !quiet && (list || verbose);
  }

  boolean summary() {
    return !quiet && (verbose || !(diff || list));
  }

  /** One line of totals, beside diffs and lists that have no summary. */
  boolean totals() {
    return !quiet && !summary();
  }

  boolean quiet() {
    return quiet;
  }

  Colors colors(boolean terminal) {
    return Colors.of(color, terminal, System.getenv());
  }
}
