package dev.drydock.transform;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A file in the making: what stands in the place of some of its constructs. What cannot stand there is found by halves,
 * so that all else is made.
 *
 * @param <U> what is made or not made, in the order of the file
 */
final class Draft<U> {

  private final Dockerfile before;
  private final Function<Set<U>, Map<Integer, Vector<Construct>>> results;
  private final Set<U> made = new LinkedHashSet<>();
  private final Map<U, String> refused = new LinkedHashMap<>();
  private Dockerfile after;
  private Lineage lineage;

  private Draft(Dockerfile before, Function<Set<U>, Map<Integer, Vector<Construct>>> results) {
    this.before = before;
    this.results = results;
    this.after = before;
    this.lineage = Lineage.unchanged(before);
  }

  /**
   * The draft in which all of these are made that can be.
   *
   * @param results what stands in the place of constructs, by index, where just these are made
   */
  static <U> Draft<U> of(Dockerfile before, List<U> wanted, Function<Set<U>, Map<Integer, Vector<Construct>>> results) {
    Draft<U> draft = new Draft<>(before, results);
    if (!wanted.isEmpty()) {
      draft.make(wanted);
    }
    return draft;
  }

  private void make(List<U> more) {
    Set<U> all = new LinkedHashSet<>(made);
    all.addAll(more);
    try {
      splice(results.apply(all));
      made.addAll(more);
    } catch (IllegalArgumentException cannotStand) {
      if (more.size() == 1) {
        refused.put(more.get(0), String.valueOf(cannotStand.getMessage()));
      } else {
        make(more.subList(0, more.size() / 2));
        make(more.subList(more.size() / 2, more.size()));
      }
    }
  }

  private void splice(Map<Integer, Vector<Construct>> places) {
    List<Construct> constructs = new ArrayList<>();
    List<Integer> origins = new ArrayList<>();
    int index = 0;
    for (Construct construct : before.constructs()) {
      Vector<Construct> there = places.get(index);
      if (there == null) {
        constructs.add(construct);
        origins.add(index);
      } else {
        for (Construct each : there) {
          constructs.add(each);
          origins.add(index);
        }
      }
      index++;
    }
    after = before.withConstructs(constructs);
    lineage = Lineage.of(origins);
  }

  Dockerfile after() {
    return after;
  }

  Lineage lineage() {
    return lineage;
  }

  Set<U> made() {
    return made;
  }

  /** What cannot stand, each with the reason. */
  Map<U, String> refused() {
    return refused;
  }
}
