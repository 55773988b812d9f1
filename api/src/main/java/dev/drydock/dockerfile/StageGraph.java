package dev.drydock.dockerfile;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which stage of a file is built on which. It is made in one walk over the stages: a stage is built on an earlier one,
 * so that what is known of its parent is known before it.
 *
 * <p>The stages form trees. {@link #first} numbers them so that each stage stands directly before its descendants,
 * which are the next {@link #sizes} of it: whether one is built on another is then a comparison of numbers.
 */
final class StageGraph {

  private static final int NONE = -1;

  private final Vector<Stage> stages;
  private final ImageReference[] bases;
  private final int[] parents;
  private final Vector<Vector<Stage>> lineages;
  private final Vector<Vector<Stage>> children;
  private final int[] first;
  private final int[] sizes;

  private StageGraph(Vector<Stage> stages, ImageReference[] bases, int[] parents) {
    this.stages = stages;
    this.bases = bases;
    this.parents = parents;
    this.lineages = lineages(stages, parents);
    this.children = children(stages, parents);
    this.sizes = sizes(parents);
    this.first = first(parents, sizes);
  }

  static StageGraph of(Dockerfile dockerfile) {
    Vector<Stage> stages = dockerfile.stages();
    ImageReference[] bases = new ImageReference[stages.size()];
    int[] parents = new int[stages.size()];
    Map<String, Integer> named = new HashMap<>();
    for (Stage stage : stages) {
      String written = stage.from().imageText();
      String base = dockerfile.scope(stage.from()).expand(written).getOrElse(written);
      bases[stage.number()] = ImageReference.parse(base);
      parents[stage.number()] = named.getOrDefault(base.toLowerCase(Locale.ROOT), NONE);
      stage.name().forEach(name -> named.put(name, stage.number()));
    }
    return new StageGraph(stages, bases, parents);
  }

  private static Vector<Vector<Stage>> lineages(Vector<Stage> stages, int[] parents) {
    List<Vector<Stage>> lineages = new ArrayList<>(parents.length);
    for (Stage stage : stages) {
      int parent = parents[stage.number()];
      lineages.add((parent == NONE ? Vector.<Stage>empty() : lineages.get(parent)).append(stage));
    }
    return Vector.ofAll(lineages);
  }

  private static Vector<Vector<Stage>> children(Vector<Stage> stages, int[] parents) {
    List<List<Stage>> children = new ArrayList<>(parents.length);
    for (Stage stage : stages) {
      children.add(new ArrayList<>());
      int parent = parents[stage.number()];
      if (parent != NONE) {
        children.get(parent).add(stage);
      }
    }
    return Vector.ofAll(children).map(Vector::ofAll);
  }

  /** How many stages each one is the root of, itself among them. */
  private static int[] sizes(int[] parents) {
    int[] sizes = new int[parents.length];
    for (int i = parents.length - 1; i >= 0; i--) {
      sizes[i]++;
      if (parents[i] != NONE) {
        sizes[parents[i]] += sizes[i];
      }
    }
    return sizes;
  }

  private static int[] first(int[] parents, int[] sizes) {
    int[] first = new int[parents.length];
    int[] next = new int[parents.length];
    int nextRoot = 0;
    for (int i = 0; i < parents.length; i++) {
      if (parents[i] == NONE) {
        first[i] = nextRoot;
        nextRoot += sizes[i];
      } else {
        first[i] = next[parents[i]];
        next[parents[i]] += sizes[i];
      }
      next[i] = first[i] + 1;
    }
    return first;
  }

  ImageReference base(Stage stage) {
    return bases[stage.number()];
  }

  Option<Stage> parent(Stage stage) {
    int parent = parents[stage.number()];
    return parent == NONE ? Option.none() : Option.some(stages.get(parent));
  }

  Vector<Stage> lineage(Stage stage) {
    return lineages.get(stage.number());
  }

  Vector<Stage> children(Stage stage) {
    return children.get(stage.number());
  }

  boolean isBuiltOn(Stage stage, Stage base) {
    int place = first[stage.number()] - first[base.number()];
    return place >= 0 && place < sizes[base.number()];
  }
}
