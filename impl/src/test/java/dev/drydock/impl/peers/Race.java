package dev.drydock.impl.peers;

import dev.drydock.impl.peers.Command.Time;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The time that whole processes take on the same files, beyond what they take on one file of one line. In each round all
 * run one after the other, and who begins changes from round to round.
 */
final class Race {

  /**
   * One that runs.
   *
   * @param work what it does, for a table
   * @param command the command for a tree
   */
  record Runner(String name, String work, Function<Tree, Command> command) {}

  /** What a runner took in a round: for its start, and for the files beyond that. */
  record Lap(Time start, Time files) {}

  private final Map<Runner, List<Lap>> laps = new LinkedHashMap<>();

  /** Lets all run; each has a copy of the files to itself, since some rewrite them. */
  static Race run(List<Runner> runners, Tree files, Tree oneLine, Path work, int rounds) {
    Race race = new Race();
    List<Runner> order = new ArrayList<>(runners);
    runners.forEach(runner -> race.laps.put(runner, new ArrayList<>()));
    for (int i = 0; i < rounds; i++) {
      for (Runner runner : order) {
        Time start = runner.command().apply(oneLine.copy(work.resolve("one"))).time();
        Time all = runner.command().apply(files.copy(work.resolve("all"))).time();
        race.add(runner, new Lap(start, all.without(start)));
      }
      Collections.rotate(order, 1);
    }
    return race;
  }

  void add(Runner runner, Lap lap) {
    laps.computeIfAbsent(runner, key -> new ArrayList<>()).add(lap);
  }

  /** A row for each: medians with the lowest and the highest, and how much CPU it takes for one second of the first's. */
  String table() {
    StringBuilder table = new StringBuilder("| | what it does | CPU s | for each of Drydock's | wall s | CPU s to start |\n|---|---|---:|---:|---:|---:|\n");
    List<Lap> first = laps.values().iterator().next();
    laps.forEach(
        (runner, its) -> {
          List<Double> ratios = new ArrayList<>();
          for (int i = 0; i < its.size(); i++) {
            ratios.add(its.get(i).files().cpu() / first.get(i).files().cpu());
          }
          table.append(
              String.join(
                  " | ",
                  "| " + runner.name(),
                  runner.work(),
                  spread(its, lap -> lap.files().cpu()),
                  spread(ratios, ratio -> ratio),
                  spread(its, lap -> lap.files().wall()),
                  spread(its, lap -> lap.start().cpu()) + " |\n"));
        });
    return table.toString();
  }

  private static <T> String spread(List<T> all, ToDoubleFunction<T> value) {
    List<Double> sorted = all.stream().map(value::applyAsDouble).sorted().toList();
    return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
  }
}
