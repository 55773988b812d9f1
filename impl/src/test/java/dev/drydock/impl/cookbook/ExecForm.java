package dev.drydock.impl.cookbook;

import dev.drydock.dockerfile.Cmd;
import dev.drydock.dockerfile.Entrypoint;
import dev.drydock.dockerfile.Stage;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Set;

/** CMD without a shell, so that the program itself is process 1 and gets the signals. */
final class ExecForm {

  /** What the shell does itself; there may be no program of the name. */
  private static final Set<String> BUILTINS =
      Set.of(".", ":", "[", "cd", "command", "eval", "exec", "exit", "export", "read", "set", "source", "test",
          "trap", "type", "ulimit", "umask", "unset", "wait");

  private ExecForm() {}

  static Transform exec() {
    return Transform.eachStage((stage, scope) -> stage.instructions()
        .filter(Cmd.class::isInstance)
        .map(Cmd.class::cast)
        .filter(cmd -> !cmd.execForm() && cmd.arguments().nonEmpty())
        .map(cmd -> edit(stage, cmd).at(cmd)));
  }

  private static Edit edit(Stage stage, Cmd cmd) {
    ShellScript script = ShellScript.parse(cmd.command().head());
    return objection(stage, cmd, script)
        .map(reason -> Edit.keep().because("acme/exec", "CMD", reason))
        .getOrElse(() -> Edit.replace(Cmd.exec(words(script).toJavaArray(String[]::new)))
            .because("acme/exec", "CMD", "the program gets the signals itself"));
  }

  private static Vector<String> words(ShellScript script) {
    return script.commands().head().words().flatMap(Word::value);
  }

  /** Why the meaning could change; none where it does not. */
  private static Option<String> objection(Stage stage, Cmd cmd, ShellScript script) {
    if (!stage.dockerfile().scope(cmd).shell().equals(Vector.of("/bin/sh", "-c"))) {
      return Option.some("SHELL names a shell, which may read a profile");
    }
    if (stage.lineage().flatMap(Stage::instructions).exists(Entrypoint.class::isInstance)) {
      return Option.some("ENTRYPOINT would get other arguments");
    }
    if (!script.complete() || script.commands().size() != 1 || cmd.text().contains("#")) {
      return Option.some("only a shell can run it: it is not one plain command");
    }
    return objection(script.commands().head(), script);
  }

  private static Option<String> objection(SimpleCommand command, ShellScript script) {
    boolean expands = command.words().exists(word ->
        word.value().isEmpty() || word.globs() || word.text().startsWith("~") || word.text().contains("{"));
    if (expands) {
      return Option.some("the shell expands a word of it");
    }
    if (!command.text().equals(script.text().strip()) || command.words().isEmpty() || command.assignments().nonEmpty()
        || command.redirections().nonEmpty() || command.name().exists(BUILTINS::contains)) {
      return Option.some("the shell itself does a part of it");
    }
    return Option.none();
  }
}
