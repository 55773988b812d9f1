package dev.drydock.benchmarks.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The counts of one process, for one thread at a time. Code that {@link CountingLoader} has changed calls it. */
public final class Counter {

  private static final int METHODS = 1 << 16;
  private static final long[] ENTERED = new long[METHODS];
  private static final long[] REPEATED = new long[METHODS];
  private static final List<String> NAMES = new ArrayList<>();
  private static long left = Long.MAX_VALUE;

  /** Thrown where more steps were counted than were allowed: an error, so that nobody takes it for an answer. */
  static final class TooMuchWork extends Error {

    private static final long serialVersionUID = 1;

    TooMuchWork() {
      super("more steps than allowed");
    }
  }

  private Counter() {}

  /** A method was entered. */
  public static void entered(int method) {
    ENTERED[method]++;
    step();
  }

  /** A loop in a method went back to its beginning. */
  public static void repeated(int method) {
    REPEATED[method]++;
    step();
  }

  private static void step() {
    if (--left < 0) {
      left = Long.MAX_VALUE;
      throw new TooMuchWork();
    }
  }

  /** The number of a method that is to be counted. */
  static int number(String method) {
    if (NAMES.size() == METHODS) {
      throw new IllegalStateException("more methods than can be counted");
    }
    NAMES.add(method);
    return NAMES.size() - 1;
  }

  /** Begins to count, and allows so many steps. */
  static void reset(long allowed) {
    left = allowed;
    Arrays.fill(ENTERED, 0);
    Arrays.fill(REPEATED, 0);
  }

  /** All methods entered and all repetitions since the reset. */
  static long steps() {
    return Arrays.stream(ENTERED).sum() + Arrays.stream(REPEATED).sum();
  }

  /** How often each method was entered since the reset; methods of one name count together. */
  static Map<String, Long> entries() {
    Map<String, Long> entries = new LinkedHashMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      if (ENTERED[i] > 0) {
        entries.merge(NAMES.get(i), ENTERED[i], Long::sum);
      }
    }
    return entries;
  }
}
