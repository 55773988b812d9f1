package dev.drydock.dockerfile;

import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Which stage of a file needs which: the one that its FROM names, those that it copies from, and those that its RUNs
 * mount. What the ONBUILDs of a stage hold belongs to the stages that are built on it.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/dockerfile2llb/convert.go}, {@code toCommand}, and {@code
 * convert_runmount.go}, {@code detectRunMount}: COPY knows stages by number and name, a mount by name, both anywhere in
 * the file; of two stages of a name the later one counts.
 */
final class StageReferences {

  private static final Pattern NUMBER = Pattern.compile("\\+?\\d{1,9}");

  private final Vector<Vector<Stage>> dependencies;
  private final Vector<Vector<Stage>> dependents;

  private StageReferences(Vector<Vector<Stage>> dependencies, Vector<Vector<Stage>> dependents) {
    this.dependencies = dependencies;
    this.dependents = dependents;
  }

  static StageReferences of(Dockerfile file) {
    Vector<Stage> stages = file.stages();
    Reader reader = new Reader(stages);
    Vector<Vector<Stage>> dependencies = stages.map(reader::dependencies);
    List<List<Stage>> dependents = new ArrayList<>();
    stages.forEach(stage -> dependents.add(new ArrayList<>()));
    stages.forEach(stage -> dependencies.get(stage.number()).forEach(other -> dependents.get(other.number()).add(stage)));
    return new StageReferences(dependencies, Vector.ofAll(dependents).map(Vector::ofAll));
  }

  Vector<Stage> dependencies(Stage stage) {
    return dependencies.get(stage.number());
  }

  Vector<Stage> dependents(Stage stage) {
    return dependents.get(stage.number());
  }

  /** Finds the stages that instructions name. */
  private record Reader(Vector<Stage> stages, Map<String, Stage> byName) {

    Reader(Vector<Stage> stages) {
      this(stages, HashMap.ofEntries(stages.flatMap(stage -> stage.name().map(name -> Tuple.of(name, stage)))));
    }

    Vector<Stage> dependencies(Stage stage) {
      SortedSet<Integer> numbers = TreeSet.ofAll(stage.parent().map(Stage::number));
      Vector<Instruction> held = stage.parent().toVector().flatMap(Stage::instructions).flatMap(Reader::heldBy);
      for (Instruction instruction : stage.instructions().appendAll(held)) {
        numbers = numbers.addAll(sources(instruction).map(Stage::number));
      }
      return numbers.remove(stage.number()).toVector().map(stages::get);
    }

    private static Option<Instruction> heldBy(Instruction instruction) {
      return instruction instanceof OnBuild trigger ? trigger.instruction() : Option.none();
    }

    private Vector<Stage> sources(Instruction instruction) {
      if (instruction instanceof Copy copy) {
        return copy.from().flatMap(this::numberedOrNamed).toVector();
      }
      return instruction instanceof Run run && run.mountFlags().nonEmpty()
          ? run.mounts().flatMap(Reader::origin).flatMap(this::named)
          : Vector.empty();
    }

    private static Option<String> origin(Mount mount) {
      if (mount instanceof BindMount bind) {
        return bind.from();
      }
      return mount instanceof CacheMount cache ? cache.from() : Option.none();
    }

    private Option<Stage> numberedOrNamed(String from) {
      if (!NUMBER.matcher(from).matches()) {
        return named(from);
      }
      int number = Integer.parseInt(from);
      return Option.when(number < stages.size(), () -> stages.get(number));
    }

    private Option<Stage> named(String from) {
      return byName.get(from.toLowerCase(Locale.ROOT));
    }
  }
}
