package dev.drydock.benchmarks.scale;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What one kind of work costs at several sizes, in one thread. */
final class Growth {

  static final String HEAD = "| | bytes | seconds of CPU | times the work | times the time | |\n|---|--:|--:|--:|--:|---|\n";

  /** Ten times the work may take this many times the time. */
  private static final double MOST = 13;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int RUNS = 5;
  private static final double ENOUGH = 0.5;

  private record Cost(long size, double seconds) {}

  private final String name;
  private final List<Cost> costs = new ArrayList<>();

  Growth(String name) {
    this.name = name;
  }

  void add(long size, double seconds) {
    costs.add(new Cost(size, seconds));
  }

  /** The seconds of CPU that the quickest of a few runs takes. */
  static double cpu(Runnable work) {
    double least = Double.MAX_VALUE;
    double all = 0;
    for (int run = 0; run < RUNS || (least < 0.05 && all < ENOUGH); run++) {
      long began = THREADS.getCurrentThreadCpuTime();
      work.run();
      double seconds = (THREADS.getCurrentThreadCpuTime() - began) / 1e9;
      least = Math.min(least, seconds);
      all += seconds;
      if (all > 20 * ENOUGH) {
        break;
      }
    }
    return least;
  }

  /** A row for each size, beside the one before it. */
  String rows() {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < costs.size(); i++) {
      Cost cost = costs.get(i);
      rows.append(String.format(Locale.ROOT, "| %s | %,d | %.4f |", name, cost.size(), cost.seconds()));
      if (i == 0) {
        rows.append(" | | |\n");
      } else {
        double work = (double) cost.size() / costs.get(i - 1).size();
        double time = cost.seconds() / costs.get(i - 1).seconds();
        rows.append(String.format(Locale.ROOT, " %.1f | %.1f | %s |\n", work, time, time <= MOST / 10 * work ? "met" : "**missed**"));
      }
    }
    return rows.toString();
  }
}
