package dev.drydock.transform;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.ImageReference;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Scope;
import dev.drydock.dockerfile.Stage;
import dev.drydock.shell.ShellScript;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Goes over parts of a file and asks a caller's function for the edits of each. */
final class Visits {

  private Visits() {}

  static <C extends Construct> List<Edit> each(
      String name, Dockerfile dockerfile, Class<C> kind, BiFunction<? super C, ? super Scope, Edit> edit) {
    List<Edit> edits = new ArrayList<>();
    for (Construct construct : dockerfile.constructs()) {
      for (Place<C> place : Place.of(construct, kind)) {
        Scope scope = dockerfile.scope(construct);
        place.collect(Attempt.edit(name, construct, () -> edit.apply(place.visited(), scope)), edits);
      }
    }
    return edits;
  }

  static List<Edit> eachStage(
      String name, Dockerfile dockerfile, BiFunction<? super Stage, ? super Scope, ? extends Iterable<Edit>> edits) {
    List<Edit> all = new ArrayList<>();
    for (Stage stage : dockerfile.stages()) {
      int next = stage.start() + 1;
      Scope scope = next < stage.end() ? dockerfile.scope(dockerfile.constructs().get(next)) : stage.scope();
      all.addAll(Attempt.edits(name, Option.some(stage.from()), () -> edits.apply(stage, scope)));
    }
    return all;
  }

  static List<Edit> eachBaseImage(
      String name, Dockerfile dockerfile, BiFunction<? super From, ? super ImageReference, Edit> edit) {
    List<Edit> edits = new ArrayList<>();
    for (Stage stage : dockerfile.stages().filter(Visits::hasBaseImage)) {
      From from = stage.from();
      edits.add(Attempt.edit(name, from, () -> edit.apply(from, stage.base())).at(from));
    }
    return edits;
  }

  private static boolean hasBaseImage(Stage stage) {
    String image = stage.base().text();
    return stage.parent().isEmpty() && !stage.base().hasVariables() && !image.isEmpty() && !image.equals("scratch");
  }

  static List<Edit> eachCommand(
      String name, Dockerfile dockerfile, String program, Function<? super CommandCall, Edit> edit) {
    List<Edit> edits = new ArrayList<>();
    for (Construct construct : dockerfile.constructs()) {
      for (Place<Run> place : Place.of(construct, Run.class)) {
        for (CommandCall call : calls(place.visited(), dockerfile.scope(construct), program)) {
          place.collect(Attempt.edit(name, construct, () -> edit.apply(call)).apart(), edits);
        }
      }
    }
    return edits;
  }

  private static Vector<CommandCall> calls(Run run, Scope scope, String program) {
    return run.mentions(program) && (run.execForm() || isShell(scope.shell()))
        ? run.script()
            .toVector()
            .flatMap(ShellScript::commands)
            .filter(command -> command.name().contains(program))
            .map(command -> new CommandCall(run, command, scope))
        : Vector.empty();
  }

  private static boolean isShell(Vector<String> shell) {
    String program = shell.headOption().getOrElse("");
    return ShellScript.isShell(program.substring(program.lastIndexOf('/') + 1));
  }

  /**
   * What is visited: a construct of the file, or what an ONBUILD of it holds. The edit of what is held is one of the
   * ONBUILD, and what it adds is an ONBUILD too.
   */
  private record Place<C extends Construct>(Construct construct, C visited) {

    static <C extends Construct> Vector<Place<C>> of(Construct construct, Class<C> kind) {
      Vector<Construct> held =
          construct instanceof OnBuild outer ? Vector.<Construct>ofAll(outer.instruction()) : Vector.empty();
      return Vector.of(construct)
          .appendAll(held)
          .filter(kind::isInstance)
          .map(found -> new Place<>(construct, kind.cast(found)));
    }

    void collect(Edit edit, List<Edit> edits) {
      if (!edit.isNothing()) {
        edits.add((visited == construct ? edit : lifted(edit)).at(construct));
      }
    }

    private Edit lifted(Edit edit) {
      int offset = construct.text().length() - visited.text().length();
      return edit.lifted(offset, this::lifted);
    }

    private Construct lifted(Construct added) {
      return construct instanceof OnBuild outer && added instanceof Instruction instruction
          ? outer.with(instruction)
          : added;
    }
  }
}
