package dev.drydock.impl.transform;

import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Stage;
import io.vavr.collection.Vector;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which stages may be built on which: where a FROM has a variable, on every stage that its text may name in some build;
 * where a stage copies the whole of another one ({@code COPY --from=build / /}), on that one too.
 */
final class Ancestry {

  private static final Pattern VARIABLE = Pattern.compile("\\$(\\{[^}]*\\}|\\w+)");

  private final Vector<Stage> stages;

  /** The stages that a stage may be built on besides its parent, by number, where there are any. */
  private final Map<Integer, Vector<Stage>> more = new HashMap<>();

  Ancestry(Dockerfile dockerfile) {
    stages = dockerfile.stages();
    for (Stage stage : stages) {
      Vector<Stage> found = named(stage).appendAll(copied(stage)).remove(stage);
      if (found.nonEmpty()) {
        more.put(stage.number(), found);
      }
    }
  }

  /** Whether in some build the first stage is the second one or is built on it. */
  boolean mayBeBuiltOn(Stage stage, Stage other) {
    return stage.isBuiltOn(other) || (!more.isEmpty() && leadsTo(stage, other, new BitSet()));
  }

  private boolean leadsTo(Stage stage, Stage other, BitSet seen) {
    for (Stage ancestor : stage.lineage()) {
      if (ancestor.equals(other)) {
        return true;
      }
      if (!seen.get(ancestor.number())) {
        seen.set(ancestor.number());
        for (Stage next : more.getOrDefault(ancestor.number(), Vector.empty())) {
          if (next.number() < ancestor.number() && leadsTo(next, other, seen)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private Vector<Stage> named(Stage stage) {
    String base = stage.from().image().text();
    if (base.indexOf('$') < 0) {
      return Vector.empty();
    }
    Pattern pattern = Pattern.compile("(?i)\\Q" + VARIABLE.matcher(base).replaceAll("\\\\E.*\\\\Q") + "\\E");
    return stages.take(stage.number()).filter(other -> other.name().exists(name -> pattern.matcher(name).matches()));
  }

  private Vector<Stage> copied(Stage stage) {
    return stage
        .instructions()
        .filter(Ancestry::copiesAll)
        .flatMap(copy -> ((Copy) copy).from())
        .flatMap(
            from ->
                stages
                    .take(stage.number())
                    .filter(
                        other ->
                            other.name().exists(from::equalsIgnoreCase) || String.valueOf(other.number()).equals(from)));
  }

  private static boolean copiesAll(Instruction instruction) {
    return instruction instanceof Copy copy && copy.destination().equals("/") && copy.sources().contains("/");
  }
}
