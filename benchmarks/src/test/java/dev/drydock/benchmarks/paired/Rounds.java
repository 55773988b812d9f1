package dev.drydock.benchmarks.paired;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * CPU time of several contenders on the same texts, in one thread of one JVM. In each round every contender goes
 * through all texts; who begins changes from round to round. Ratios are taken within a round, so that what slows the
 * machine for a while slows both sides.
 */
final class Rounds {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What came out last: written, so that no work is left out because nobody looks at it. */
  @SuppressWarnings("UnusedVariable")
  private static volatile Object given = "";

  private final double megabytes;
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();

  /** Rounds over texts of this size. */
  Rounds(double megabytes) {
    this.megabytes = megabytes;
  }

  /** Lets the contenders warm up, then measures them. */
  static Rounds measured(List<Contender> contenders, List<String> texts, double megabytes, int warmups, int count) {
    Rounds rounds = new Rounds(megabytes);
    for (int i = -warmups; i < count; i++) {
      List<Contender> order = new ArrayList<>(contenders);
      Collections.rotate(order, i);
      for (Contender contender : order) {
        double taken = seconds(contender, texts);
        if (i >= 0) {
          rounds.add(contender.name(), taken);
        }
      }
    }
    return rounds;
  }

  /** The CPU seconds that a contender took in the next round. */
  void add(String contender, double taken) {
    seconds.computeIfAbsent(contender, name -> new ArrayList<>()).add(taken);
  }

  private static double seconds(Contender contender, List<String> texts) {
    long began = THREADS.getCurrentThreadCpuTime();
    for (String text : texts) {
      given = contender.work().apply(text);
    }
    return (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
  }

  /** How many times as fast as the peer each of the others is, then the speed of each: median, lowest, highest. */
  String report(String peer) {
    StringBuilder report = new StringBuilder();
    List<Double> theirs = seconds.getOrDefault(peer, List.of());
    seconds.forEach(
        (name, ours) -> {
          if (!name.equals(peer)) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < ours.size(); i++) {
              ratios.add(theirs.get(i) / ours.get(i));
            }
            report.append(line(name + " / " + peer, ratios, "times as fast"));
          }
        });
    seconds.forEach(
        (name, taken) -> report.append(line(name, taken.stream().map(each -> megabytes / each).toList(), "MB/s of CPU")));
    return report.toString();
  }

  private static String line(String name, List<Double> values, String unit) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    double median = sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    return String.format(
        Locale.ROOT,
        "%-40s %9.2f  (%.2f to %.2f) %s%n",
        name,
        median,
        sorted.get(0),
        sorted.get(sorted.size() - 1),
        unit);
  }
}
