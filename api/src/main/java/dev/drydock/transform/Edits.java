package dev.drydock.transform;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Scope;
import dev.drydock.dockerfile.Stage;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.BiFunction;

/** Makes edits in a Dockerfile, all in one splice, and notes where each construct came from. */
final class Edits {

  /** How often {@link Transform#untilStable} tries; a lawful transform needs two. */
  private static final int ROUNDS = 100;

  private Edits() {}

  static Rewrite apply(Dockerfile before, Seq<Edit> edits) {
    if (edits.isEmpty()) {
      return Rewrite.unchanged(before);
    }
    IdentityHashMap<Construct, Edit> byConstruct = new IdentityHashMap<>();
    for (Edit edit : edits) {
      Construct target =
          edit.target()
              .getOrElseThrow(() -> new IllegalArgumentException("an edit names its construct with at(…)"));
      byConstruct.merge(target, edit, Edit::and);
    }
    List<Construct> after = new ArrayList<>();
    List<Integer> origins = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    boolean changes = false;
    int index = 0;
    for (Construct construct : before.constructs()) {
      Edit edit = byConstruct.remove(construct);
      if (edit == null) {
        after.add(construct);
        origins.add(index);
      } else {
        for (Construct result : edit.result(construct)) {
          after.add(result);
          origins.add(index);
        }
        changes |= edit.edits();
        int line = before.lineAt(index);
        edit.remarks().forEach(r -> notes.add(new Note(r.kind(), r.rule(), line, r.subject(), r.reason())));
      }
      index++;
    }
    if (!byConstruct.isEmpty()) {
      throw new IllegalArgumentException(
          "an edit of a construct that is not in the file: " + byConstruct.keySet().iterator().next());
    }
    Dockerfile result = changes ? before.withConstructs(after) : before;
    return Rewrite.tracked(
        before, result, origins.stream().mapToInt(Integer::intValue).toArray(), Vector.ofAll(notes));
  }

  static <C extends Construct> Seq<Edit> each(
      Dockerfile dockerfile, Class<C> kind, BiFunction<? super C, Scope, Edit> edit) {
    List<Edit> edits = new ArrayList<>();
    for (Construct construct : dockerfile.constructs()) {
      if (kind.isInstance(construct)) {
        collect(edit.apply(kind.cast(construct), dockerfile.scope(construct)), construct, edits);
      }
      if (construct instanceof OnBuild outer) {
        inside(dockerfile, outer, kind, edit).forEach(found -> collect(found, construct, edits));
      }
    }
    return Vector.ofAll(edits);
  }

  private static void collect(Edit edit, Construct construct, List<Edit> edits) {
    if (edit.edits() || edit.remarks().nonEmpty()) {
      edits.add(edit.at(construct));
    }
  }

  /** The edit of what an ONBUILD holds, as an edit of the ONBUILD: what is added is an ONBUILD too. */
  private static <C extends Construct> Option<Edit> inside(
      Dockerfile dockerfile, OnBuild outer, Class<C> kind, BiFunction<? super C, Scope, Edit> edit) {
    return outer
        .instruction()
        .filter(kind::isInstance)
        .map(inner -> edit.apply(kind.cast(inner), dockerfile.scope(outer)))
        .map(found -> found.lifted(construct -> lift(outer, construct)));
  }

  private static Construct lift(OnBuild outer, Construct construct) {
    return construct instanceof Instruction instruction ? outer.with(instruction) : construct;
  }

  static Seq<Edit> eachStage(Dockerfile dockerfile, BiFunction<Stage, Scope, Seq<Edit>> edits) {
    return dockerfile
        .stages()
        .flatMap(
            stage -> {
              int next = stage.start() + 1;
              Construct at = dockerfile.constructs().get(Math.min(next, stage.end() - 1));
              return edits.apply(stage, dockerfile.scope(at));
            });
  }

  static Rewrite untilStable(Transform transform, Dockerfile dockerfile) {
    Rewrite all = Rewrite.unchanged(dockerfile);
    for (int i = 0; i < ROUNDS; i++) {
      Rewrite next = transform.apply(all.after());
      all = all.andThen(next);
      if (!next.changed()) {
        return all;
      }
    }
    Note warning =
        new Note(
            Note.Kind.WARNING,
            "until-stable/restless",
            1,
            "",
            "still changing after " + ROUNDS + " rounds, so nothing was changed at all");
    return Rewrite.unchanged(dockerfile).noting(Vector.of(warning));
  }
}
