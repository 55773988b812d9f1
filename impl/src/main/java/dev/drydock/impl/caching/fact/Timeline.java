package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.Effect;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.effect.Programs;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the commands of a file do, in the order of the paths: who does something at, above or below a directory is found
 * without going through all commands.
 */
final class Timeline {

  /** An event and one of the paths where it is; of a pattern the directory that holds whatever it matches. */
  private record Entry(String path, PathEvent event) {}

  private final StageGraph stages;
  private final List<Entry> entries = new ArrayList<>();

  /** What may be anywhere. */
  private final List<PathEvent> anywhere = new ArrayList<>();

  private final Map<String, PathHistory> histories = new HashMap<>();

  Timeline(StageGraph stages, Vector<RunFacts> runs) {
    this.stages = stages;
    int number = 0;
    for (RunFacts run : runs) {
      for (Invocation invocation : run.invocations()) {
        for (Effect effect : Programs.effects(invocation, run)) {
          add(new PathEvent(number++, run, invocation, effect));
        }
      }
    }
    entries.sort(Comparator.comparing(Entry::path));
  }

  private void add(PathEvent event) {
    for (String path : event.effect().place().paths()) {
      entries.add(new Entry(Paths.fixedPart(path), event));
    }
    boolean mayBeAnywhere =
        event.effect().place().mayBeElsewhere()
            && (event.effect() instanceof Effect.Removes
                || event.effect() instanceof Effect.Mentions
                || event.effect() instanceof Effect.CreatesSomewhere);
    if (mayBeAnywhere) {
      anywhere.add(event);
    }
  }

  /** What is done at a directory, above it or below it. */
  PathHistory of(String directory) {
    return histories.computeIfAbsent(directory, key -> new PathHistory(key, near(key), stages));
  }

  private List<PathEvent> near(String directory) {
    List<PathEvent> near = new ArrayList<>(anywhere);
    collect(directory, near);
    for (String above = directory; above.length() > 1; ) {
      above = Paths.parent(above);
      collect(above, near);
    }
    String inside = directory.endsWith("/") ? directory : directory + "/";
    for (int i = firstFrom(inside); i < entries.size() && entries.get(i).path.startsWith(inside); i++) {
      near.add(entries.get(i).event);
    }
    near.removeIf(event -> !event.effect().concerns(directory));
    near.sort(Comparator.comparingInt(PathEvent::number));
    return near;
  }

  private void collect(String path, List<PathEvent> events) {
    for (int i = firstFrom(path); i < entries.size() && entries.get(i).path.equals(path); i++) {
      events.add(entries.get(i).event);
    }
  }

  /** The index of the first entry whose path is this one or comes after it. */
  private int firstFrom(String path) {
    int low = 0;
    int high = entries.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (entries.get(middle).path.compareTo(path) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
