package dev.drydock.benchmarks.paired;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * CPU time of several contenders on the same texts, in one thread of one JVM. In each round every contender goes
 * through all texts; who begins changes from round to round. Ratios are taken within a round, so that what slows the
 * machine for a while slows both sides.
 */
final class Rounds {

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What came out last: written, so that no work is left out because nobody looks at it. */
  @SuppressWarnings("UnusedVariable")
  private static volatile Object out = "";

  private final double megabytes;
  private final Map<String, List<Double>> seconds = new LinkedHashMap<>();
  private final Map<String, Double> allocated = new LinkedHashMap<>();

  /** Rounds over texts of this size. */
  Rounds(double megabytes) {
    this.megabytes = megabytes;
  }

  /** Lets the contenders warm up, then measures them. */
  static Rounds measured(
      List<? extends Contender<?>> contenders, List<String> texts, double megabytes, int warmups, int count) {
    Rounds rounds = new Rounds(megabytes);
    List<Entrant<?>> order = new ArrayList<>(contenders.stream().map(contender -> Entrant.of(contender, texts)).toList());
    for (int i = -warmups; i < count; i++) {
      for (Entrant<?> entrant : order) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        double taken = entrant.seconds();
        if (i >= 0) {
          rounds.add(entrant.name(), taken);
          rounds.allocated.put(entrant.name(), (THREADS.getCurrentThreadAllocatedBytes() - bytes) / (megabytes * 1e6));
        }
      }
      Collections.rotate(order, 1);
    }
    return rounds;
  }

  /** A contender with what it is given for each text. */
  private record Entrant<S>(String name, List<S> given, Function<S, Object> work) {

    static <S> Entrant<S> of(Contender<S> contender, List<String> texts) {
      return new Entrant<>(contender.name(), texts.stream().map(contender.given()).toList(), contender.work());
    }

    double seconds() {
      long began = THREADS.getCurrentThreadCpuTime();
      for (S one : given) {
        out = work.apply(one);
      }
      return (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
    }
  }

  /** The CPU seconds that a contender took in the next round. */
  void add(String contender, double taken) {
    seconds.computeIfAbsent(contender, name -> new ArrayList<>()).add(taken);
  }

  /** The bytes that a contender allocates for each byte that it is given. */
  double allocated(String contender) {
    return allocated.getOrDefault(contender, Double.NaN);
  }

  /** The megabytes a second of a contender, round by round. */
  List<Double> speeds(String contender) {
    return seconds.getOrDefault(contender, List.of()).stream().map(each -> megabytes / each).toList();
  }

  /** How many times as fast as another a contender was, round by round. */
  List<Double> ratios(String contender, String other) {
    List<Double> ours = speeds(contender);
    List<Double> theirs = speeds(other);
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < ours.size(); i++) {
      ratios.add(ours.get(i) / theirs.get(i));
    }
    return ratios;
  }

  /** How many times as fast as the peer each of the others is, then the speed of each: median, lowest, highest. */
  String report(String peer) {
    StringBuilder report = new StringBuilder();
    for (String name : seconds.keySet()) {
      if (!name.equals(peer)) {
        report.append(line(name + " / " + peer, ratios(name, peer), "times as fast"));
      }
    }
    for (String name : seconds.keySet()) {
      report.append(line(name, speeds(name), "MB/s of CPU"));
    }
    return report.toString();
  }

  /** The value in the middle, or between the two there. */
  static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  private static String line(String name, List<Double> values, String unit) {
    return String.format(
        Locale.ROOT,
        "%-40s %9.2f  (%.2f to %.2f) %s%n",
        name,
        median(values),
        Collections.min(values),
        Collections.max(values),
        unit);
  }
}
