package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.Effect;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.Removal;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the commands of a file do with one directory, with what is in it and with what holds it. */
public final class PathHistory {

  private final String directory;
  private final StageGraph stages;
  private final IdentityHashMap<RunFacts, List<PathEvent>> byRun = new IdentityHashMap<>(4);
  private final List<RunFacts> runs = new ArrayList<>();
  private final Map<Question, Occurrences> occurrences = new HashMap<>();
  private final IdentityHashMap<RunFacts, Vector<Removal.Removed>> removals = new IdentityHashMap<>(4);

  /** The events in their order; one that is at several paths may be there several times, one after the other. */
  PathHistory(String directory, List<PathEvent> events, StageGraph stages) {
    this.directory = directory;
    this.stages = stages;
    int last = -1;
    for (PathEvent event : events) {
      if (event.number() == last) {
        continue;
      }
      last = event.number();
      byRun
          .computeIfAbsent(
              event.run(),
              run -> {
                runs.add(run);
                return new ArrayList<>();
              })
          .add(event);
    }
  }

  public String directory() {
    return directory;
  }

  /** Whether no command has to do with it. */
  public boolean isEmpty() {
    return runs.isEmpty();
  }

  /** The first command of a RUN with an effect on it for which this holds. */
  public Option<Invocation> first(RunFacts run, Predicate<Effect> wanted) {
    for (PathEvent event : byRun.getOrDefault(run, List.of())) {
      if (wanted.test(event.effect())) {
        return Option.some(event.invocation());
      }
    }
    return Option.none();
  }

  /** The commands of a RUN with an effect on it. */
  public Vector<Act> acts(RunFacts run) {
    return Vector.ofAll(byRun.getOrDefault(run, List.of())).map(event -> new Act(event.invocation(), event.effect()));
  }

  /** A command and one thing that it does to the directory. */
  public record Act(Invocation invocation, Effect effect) {}

  /**
   * The RUNs with a command that does something to it.
   *
   * @param question what is asked, the same for every directory: the answer is kept under it
   */
  public Occurrences runsThat(Question question) {
    return occurrences.computeIfAbsent(
        question, key -> new Occurrences(stages, Vector.ofAll(runs).filter(run -> holds(key, run))));
  }

  private boolean holds(Question question, RunFacts run) {
    for (PathEvent event : byRun.getOrDefault(run, List.of())) {
      if (question.holds(this, run, new Act(event.invocation(), event.effect()))) {
        return true;
      }
    }
    return false;
  }

  /** A question about what a RUN does to a directory. */
  public interface Question {
    boolean holds(PathHistory history, RunFacts run, Act act);
  }

  /** The commands of a RUN that remove it, or something in it, or may. */
  public Vector<Removal.Removed> removals(RunFacts run) {
    return removals.computeIfAbsent(
        run,
        key ->
            acts(key)
                .map(Act::effect)
                .filter(Effect.Removes.class::isInstance)
                .flatMap(effect -> ((Effect.Removes) effect).removal().of(directory)));
  }
}
