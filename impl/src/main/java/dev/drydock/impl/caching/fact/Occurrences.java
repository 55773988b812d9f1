package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Stage;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/**
 * The RUNs of a file of which something is true, to be asked by where they stand to another RUN: the last one before it
 * in its lineage, the first one after it in the stages that are built on its own.
 */
public final class Occurrences {

  private static final int NONE = Integer.MAX_VALUE;

  private final StageGraph stages;
  private final Vector<RunFacts> all;
  private final Map<Integer, Vector<RunFacts>> byStage = new HashMap<>();

  /** For each stage the nearest of its lineage that has some, or -1. */
  private final int[] nearest;

  /** For each stage the first of those built on it, or itself, that has some, or {@link #NONE}. */
  private final int[] first;

  Occurrences(StageGraph stages, Vector<RunFacts> all) {
    this.stages = stages;
    this.all = all;
    for (RunFacts run : all) {
      byStage.merge(run.stage().number(), Vector.of(run), Vector::appendAll);
    }
    int count = all.isEmpty() ? 0 : stages.size();
    nearest = new int[count];
    first = new int[count];
    Arrays.fill(first, NONE);
    for (int i = 0; i < count; i++) {
      nearest[i] = byStage.containsKey(i) ? i : parent(i) < 0 ? -1 : nearest[parent(i)];
    }
    for (int i = count - 1; i >= 0; i--) {
      first[i] = byStage.containsKey(i) ? i : first[i];
      int parent = parent(i);
      if (parent >= 0) {
        first[parent] = Math.min(first[parent], first[i]);
      }
    }
  }

  private Vector<RunFacts> of(int stage) {
    return byStage.getOrDefault(stage, Vector.empty());
  }

  private int parent(int stage) {
    return stages.stage(stage).parent().map(Stage::number).getOrElse(-1);
  }

  /** All of them, in the order in which they run. */
  public Vector<RunFacts> all() {
    return all;
  }

  /** The last one before a RUN in its lineage. */
  public Option<RunFacts> lastBefore(RunFacts run) {
    return lastBefore(run, any -> true);
  }

  /** The last one before a RUN in its lineage for which this holds. */
  public Option<RunFacts> lastBefore(RunFacts run, Predicate<RunFacts> wanted) {
    if (all.isEmpty()) {
      return Option.none();
    }
    int at = nearest[run.stage().number()];
    while (at >= 0) {
      Vector<RunFacts> some = of(at);
      for (int i = countUntil(some, run.order() - 1) - 1; i >= 0; i--) {
        if (wanted.test(some.get(i))) {
          return Option.some(some.get(i));
        }
      }
      at = parent(at) < 0 ? -1 : nearest[parent(at)];
    }
    return Option.none();
  }

  /** The first one after a RUN, in its stage or in one that may be built on it. */
  public Option<RunFacts> firstAfter(RunFacts run) {
    return firstAfter(run, any -> true);
  }

  /** The first one after a RUN, in its stage or in one that may be built on it, for which this holds. */
  public Option<RunFacts> firstAfter(RunFacts run, Predicate<RunFacts> wanted) {
    if (all.isEmpty()) {
      return Option.none();
    }
    if (stages.hasDetours()) {
      return all.drop(countUntil(all, run.order()))
          .find(other -> stages.mayBeBuiltOn(other.stage(), run.stage()) && wanted.test(other));
    }
    Vector<RunFacts> own = of(run.stage().number());
    Option<RunFacts> found = own.drop(countUntil(own, run.order())).find(wanted);
    return found.orElse(() -> firstBelow(run.stage().number(), wanted));
  }

  /** In the stages that are built on one, which run in the order of their numbers. */
  private Option<RunFacts> firstBelow(int stage, Predicate<RunFacts> wanted) {
    PriorityQueue<Integer> open = new PriorityQueue<>(Comparator.comparingInt(number -> first[number]));
    addChildrenWithSome(stage, open);
    while (!open.isEmpty()) {
      int next = open.remove();
      if (first[next] == next) {
        Option<RunFacts> found = of(next).find(wanted);
        if (found.isDefined()) {
          return found;
        }
      }
      addChildrenWithSome(next, open);
    }
    return Option.none();
  }

  private void addChildrenWithSome(int stage, PriorityQueue<Integer> open) {
    for (Stage child : stages.stage(stage).children()) {
      if (first[child.number()] != NONE) {
        open.add(child.number());
      }
    }
  }

  /** How many of these RUNs run at or before a place in the order. */
  private static int countUntil(Vector<RunFacts> some, int order) {
    int low = 0;
    int high = some.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (some.get(middle).order() <= order) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
