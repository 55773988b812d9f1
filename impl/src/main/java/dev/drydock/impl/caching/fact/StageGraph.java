package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Stage;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which stage may be built on which. Beside its parent by its FROM a stage may in some build be built on others: on every
 * stage that a FROM with a variable may name, and on one that it copies whole ({@code COPY --from=build / /}).
 */
public final class StageGraph {

  private static final Pattern VARIABLE = Pattern.compile("\\$(\\{[^}]*\\}|\\w+)");

  private final Vector<Stage> stages;
  private final List<Stage> roots = new ArrayList<>();
  private final List<Stage> certainRoots = new ArrayList<>();
  private final Map<String, Vector<Stage>> byName = new HashMap<>();

  /** The stages that a stage may be built on besides its parent, by number, where there are any. */
  private final Map<Integer, Vector<Stage>> detours = new HashMap<>();

  StageGraph(Dockerfile dockerfile) {
    stages = dockerfile.stages();
    for (Stage stage : stages) {
      stage.name().forEach(name -> byName.merge(name.toLowerCase(Locale.ROOT), Vector.of(stage), Vector::appendAll));
      roots.add(stage.parent().map(parent -> roots.get(parent.number())).getOrElse(stage));
      certainRoots.add(certainParent(stage).map(parent -> certainRoots.get(parent.number())).getOrElse(stage));
      byName.merge(String.valueOf(stage.number()), Vector.of(stage), Vector::appendAll);
    }
    for (Stage stage : stages) {
      Vector<Stage> found = mayBeNamed(stage).appendAll(copiedWhole(stage)).remove(stage);
      if (found.nonEmpty()) {
        detours.put(stage.number(), found);
      }
    }
  }

  int size() {
    return stages.size();
  }

  Stage stage(int number) {
    return stages.get(number);
  }

  /** The first stage of a lineage: the one whose base is an image. */
  public Stage root(Stage stage) {
    return roots.get(stage.number());
  }

  /** The stage that another one is built on in every build: its FROM names it without a variable. */
  static Option<Stage> certainParent(Stage stage) {
    return hasVariable(stage) ? Option.none() : stage.parent();
  }

  /** Whether in every build the first stage is the second one or is built on it. */
  public boolean isCertainlyBuiltOn(Stage stage, Stage other) {
    return stage.isBuiltOn(other) && other.number() >= certainRoots.get(stage.number()).number();
  }

  /** The stages that {@code COPY --from} or a mount may name, by name or number. */
  public Vector<Stage> named(String from) {
    return byName.getOrDefault(from.toLowerCase(Locale.ROOT), Vector.empty());
  }

  /** Whether a stage may be built on another one in a way that its FROM does not surely say. */
  boolean hasDetours() {
    return !detours.isEmpty();
  }

  /** Whether in some build the first stage is the second one or is built on it. */
  boolean mayBeBuiltOn(Stage stage, Stage other) {
    if (detours.isEmpty() || stage.isBuiltOn(other)) {
      return stage.isBuiltOn(other);
    }
    BitSet seen = new BitSet();
    List<Stage> open = new ArrayList<>(List.of(stage));
    while (!open.isEmpty()) {
      Stage at = open.remove(open.size() - 1);
      while (at != null && !seen.get(at.number())) {
        seen.set(at.number());
        for (Stage next : detours.getOrDefault(at.number(), Vector.empty())) {
          if (next.isBuiltOn(other)) {
            return true;
          }
          open.add(next);
        }
        at = at.parent().getOrNull();
      }
    }
    return false;
  }

  private static boolean hasVariable(Stage stage) {
    return stage.from().image().text().indexOf('$') >= 0;
  }

  private Vector<Stage> mayBeNamed(Stage stage) {
    if (!hasVariable(stage)) {
      return Vector.empty();
    }
    String base = stage.from().image().text();
    Pattern pattern = Pattern.compile("(?i)\\Q" + VARIABLE.matcher(base).replaceAll("\\\\E.*\\\\Q") + "\\E");
    return stages
        .take(stage.number())
        .filter(other -> other.name().exists(name -> pattern.matcher(name).matches()));
  }

  private Vector<Stage> copiedWhole(Stage stage) {
    Vector<Stage> found = Vector.empty();
    for (Construct construct : stage.instructions()) {
      if (construct instanceof Copy copy && copy.destination().equals("/") && copy.sources().contains("/")) {
        found = found.appendAll(copy.from().map(this::named).getOrElse(Vector.empty()));
      }
    }
    return found.filter(other -> other.number() < stage.number());
  }
}
