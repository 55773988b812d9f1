package dev.drydock.benchmarks.paired;

import dev.drydock.benchmarks.RealDockerfiles;
import dev.drydock.dockerfile.Dockerfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The command: what there is a goal for, measured in one run beside rewrite-docker, and written into a file. */
public final class Goals {

  /** What stands below this line in the file is written by hand, and kept. */
  private static final String BY_HAND = "## What was tried";

  private static final String PEER = Contender.rewriteDockerParse().name();

  static final List<Contender<?>> CONTENDERS =
      List.of(
          Contender.parse(),
          Contender.everyView(),
          Contender.pythonCaching(),
          Contender.pythonCachingAgain(),
          Contender.diff(),
          Contender.fromNothing(),
          Contender.rewriteDockerParse(),
          Contender.rewriteDockerPrint());

  private Goals() {}

  /** The file to write, then the numbers of rounds for warming up (20, after which figures no longer rise) and for measuring (7). */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    if (!RealDockerfiles.named() || arguments.length == 0) {
      System.out.println("The system property 'corpus' names no folder, or no file is named.");
      System.exit(2);
    }
    int warmups = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
    int count = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 7;
    List<String> texts = RealDockerfiles.read().values().stream().map(bytes -> Dockerfile.decode(bytes).text()).toList();
    Path file = Path.of(arguments[0]);
    String old = Files.exists(file) ? Files.readString(file) : "";
    int kept = old.indexOf(BY_HAND);
    Rounds rounds = Rounds.measured(CONTENDERS, texts, megabytes(texts), warmups, count);
    Files.writeString(
        file, report(rounds, texts, measuredElsewhere(), warmups, count) + (kept < 0 ? "" : "\n" + old.substring(kept)));
    Files.writeString(file.resolveSibling("speed.svg"), plot(rounds));
  }

  /** A picture of the speeds beside the peer's. */
  static String plot(Rounds rounds) {
    return SpeedPlot.of(rounds, CONTENDERS.stream().map(Contender::name).toList(), PEER, "rewrite-docker");
  }

  static double megabytes(List<String> texts) {
    return texts.stream().mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).sum() / 1e6;
  }

  /**
   * The page on what the contenders did with these texts.
   *
   * @param elsewhere what other programs measured, a line for each goal
   */
  static String report(Rounds rounds, List<String> texts, String elsewhere, int warmups, int count) {
    double megabytes = megabytes(texts);
    Profile profile =
        Profile.of(() -> Rounds.measured(List.of(Contender.pythonCaching()), texts, megabytes, 0, Math.max(1, count)));
    StringBuilder page = new StringBuilder(head(texts.size(), megabytes, warmups, count));
    goals(rounds, texts, megabytes).forEach(goal -> page.append(goal.row()));
    elsewhere.lines().map(Goal::read).forEach(goal -> page.append(goal.row()));
    page.append("\n## All figures\n\nMegabytes of the files as they are, for a second of CPU; medians.\n\n")
        .append("| | MB/s | bytes allocated for each byte | as fast as rewrite-docker's parse |\n|---|---:|---:|---:|\n");
    for (Contender<?> contender : CONTENDERS) {
      page.append(figures(contender.name(), rounds));
    }
    return page.append("\n## Where the time of `pythonCaching` goes\n\n").append(profile.table()).toString();
  }

  /** What the script measured before it started this. */
  private static String measuredElsewhere() throws IOException {
    String file = System.getProperty("rows", "");
    return file.isEmpty() ? "" : Files.readString(Path.of(file));
  }

  private static String head(int files, double megabytes, int warmups, int count) {
    return """
    # Goals, and what was measured

    Written by `benchmarks/goals -Dcorpus=…` on %s: %d files, %s MB, Java %s, %s, %d processors. One thread, its CPU time; medians of %d rounds after %d to warm up, with the lowest and the highest. In each round everything runs on the same files, one after the other, and ratios are taken within a round: they travel to another machine, megabytes a second do not.

    | | goal | measured | |
    |---|---|---|---|
    """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            files,
            Goal.shown(megabytes),
            System.getProperty("java.version"),
            System.getProperty("os.arch"),
            Runtime.getRuntime().availableProcessors(),
            count,
            warmups);
  }

  private static List<Goal> goals(Rounds rounds, List<String> texts, double megabytes) {
    String parse = Contender.parse().name();
    String views = Contender.everyView().name();
    String caching = Contender.pythonCaching().name();
    String again = Contender.pythonCachingAgain().name();
    return List.of(
        Goal.atLeast(2, "×", "parse + pythonCaching + text / rewrite-docker's parse, first step", rounds.ratios(caching, PEER)),
        Goal.atLeast(7, "×", "parse + pythonCaching + text / rewrite-docker's parse", rounds.ratios(caching, PEER)),
        Goal.atLeast(5, "×", "parse + every view + problems / rewrite-docker's parse", rounds.ratios(views, PEER)),
        Goal.atLeast(300, "MB/s", "parse to values", rounds.speeds(parse)),
        Goal.atLeast(40, "MB/s", "parse + every view + problems", rounds.speeds(views)),
        Goal.atLeast(40, "MB/s", "parse + pythonCaching + text", rounds.speeds(caching)),
        Goal.atLeast(60, "MB/s", "the same on refitted files", rounds.speeds(again)),
        Goal.atMost(2.5, "B", "allocated for each byte: parse", rounds.allocated(parse)),
        Goal.atMost(40, "B", "allocated for each byte: every view + problems", rounds.allocated(views)),
        Goal.atMost(60, "B", "allocated for each byte: pythonCaching", rounds.allocated(caching)),
        Goal.atMost(2, "B", "kept for each byte: parsed", kept(texts, megabytes, Dockerfile::parse)),
        Goal.atMost(6, "B", "kept for each byte: with every view", kept(texts, megabytes, text -> Contender.viewed(Dockerfile.parse(text)))));
  }

  private static String figures(String name, Rounds rounds) {
    return "| "
        + String.join(
            " | ",
            name,
            Goal.shown(Rounds.median(rounds.speeds(name))),
            Goal.shown(rounds.allocated(name)),
            Goal.shown(Rounds.median(rounds.ratios(name, PEER))))
        + " |\n";
  }

  /** How much of the heap it takes to keep what is made of each text, without the text as it was given. */
  private static double kept(List<String> texts, double megabytes, Function<String, Object> made) {
    long before = used();
    List<Object> all = new ArrayList<>(texts.size());
    texts.forEach(text -> all.add(made.apply(text)));
    long after = used();
    return all.isEmpty() ? 0 : Math.max(0, after - before) / (megabytes * 1e6);
  }

  @SuppressWarnings("SystemGc")
  private static long used() {
    for (int i = 0; i < 4; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
