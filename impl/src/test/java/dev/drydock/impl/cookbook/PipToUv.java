package dev.drydock.impl.cookbook;

import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Scope;
import dev.drydock.dockerfile.Stage;
import dev.drydock.shell.ScriptEdit;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code uv pip install --system} in the place of {@code pip install}, and uv itself in each stage that needs it. */
record PipToUv(String image) {

  /** Options of pip that mean the same to uv. */
  private static final Set<String> SHARED =
      Set.of("-r", "--requirement", "-c", "--constraint", "-U", "--upgrade", "-q", "--quiet", "--no-deps", "--no-cache-dir");

  static Transform uv(String image) {
    PipToUv recipe = new PipToUv(image);
    return Transform.eachStage((stage, scope) -> recipe.edits(stage));
  }

  private List<Edit> edits(Stage stage) {
    List<Edit> edits = new ArrayList<>();
    boolean hasUv = stage.lineage().flatMap(Stage::instructions).exists(one -> one instanceof Copy && one.text().contains("/uv"));
    for (Run run : stage.instructions().filter(Run.class::isInstance).map(Run.class::cast)) {
      Vector<SimpleCommand> installs = installs(run);
      if (installs.isEmpty()) {
        continue;
      }
      Option<String> objection = objection(stage, run, installs);
      Option<Run> made = objection.isDefined() ? Option.none() : run.edit(all(installs));
      if (made.isEmpty()) {
        String reason = objection.getOrElse("its words cannot be replaced here");
        edits.add(Edit.keep().because("acme/uv", "pip install", reason).at(run));
        continue;
      }
      Edit edit = Edit.replace(made.get()).because("acme/uv", "pip install", "uv installs faster; it may choose other versions");
      edits.add((hasUv ? edit : edit.and(Edit.before(Copy.of("/uv", "/usr/local/bin/").from(image)))).at(run));
      hasUv = true;
    }
    return edits;
  }

  private static Vector<SimpleCommand> installs(Run run) {
    return run.script().toVector().flatMap(script -> script.commands()).filter(command ->
        command.name().exists(Set.of("pip", "pip3")::contains) && command.arguments().exists(word -> word.text().equals("install")));
  }

  private static ScriptEdit all(Vector<SimpleCommand> installs) {
    return installs.foldLeft(ScriptEdit.none(), (edit, install) -> edit
        .and(ScriptEdit.replace(install.words().get(0), "uv"))
        .and(ScriptEdit.insertAfter(install.words().get(0), "pip"))
        .and(ScriptEdit.insertAfter(install.words().get(1), "--system")));
  }

  /** Why uv would not do the same; none where it does. */
  private static Option<String> objection(Stage stage, Run run, Vector<SimpleCommand> installs) {
    Scope scope = stage.dockerfile().scope(run);
    if (stage.dockerfile().text().matches("(?s).*(venv|VIRTUAL_ENV|virtualenv|conda).*")) {
      return Option.some("the file has an environment of its own, which --system passes over");
    }
    if (stage.dockerfile().text().matches("(?s).*(pip.conf|pip config|pip3 config).*")
        || scope.variables().keySet().exists(name -> name.startsWith("PIP_") && !name.equals("PIP_NO_CACHE_DIR"))) {
      return Option.some("pip is configured, and uv does not read pip's configuration");
    }
    if (stage.lineage().flatMap(Stage::instructions).exists(one -> one.keyword().equals("USER"))) {
      return Option.some("another user than root may not write to the system's packages");
    }
    return installs.flatMap(PipToUv::objection).headOption();
  }

  private static Option<String> objection(SimpleCommand install) {
    if (install.runBy().isDefined() || !install.arguments().head().text().equals("install")
        || !install.words().head().text().matches("pip3?") || install.environment().nonEmpty()) {
      return Option.some("it is not called as pip install …");
    }
    return install.arguments().map(Word::text)
        .find(word -> word.startsWith("-") && !SHARED.contains(word))
        .map(option -> "what " + option + " is to uv is not known");
  }
}
