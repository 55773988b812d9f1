package dev.drydock.benchmarks.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openrewrite.Cursor;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.docker.DockerParser;
import org.openrewrite.docker.tree.Docker;
import org.openrewrite.docker.tree.Space;

/**
 * What OpenRewrite's rewrite-docker reads of a Dockerfile, as the rows that {@link PeerTest} compares. Where an
 * instruction begins is what its printer has printed before it.
 */
final class RewriteDocker {

  private final Docker.File file;
  private final Cursor cursor;
  private final List<Row> rows = new ArrayList<>();
  private final StringBuilder printed = new StringBuilder();

  private RewriteDocker(Docker.File file) {
    this.file = file;
    this.cursor = new Cursor(new Cursor(null, Cursor.ROOT_VALUE), file);
  }

  /** The rows; {@code null} where it reports an error or gives another text back. */
  static @Nullable List<Row> read(String text) {
    List<Throwable> errors = new ArrayList<>();
    try {
      SourceFile source =
          DockerParser.builder().build()
              .parse(new InMemoryExecutionContext(errors::add), text)
              .findFirst()
              .orElse(null);
      return source instanceof Docker.File file && errors.isEmpty() && file.printAll().equals(text)
          ? new RewriteDocker(file).rows()
          : null;
    } catch (RuntimeException | StackOverflowError e) {
      return null;
    }
  }

  private List<Row> rows() {
    printed.append(file.withGlobalArgs(List.of()).withStages(List.of()).withEof(Space.EMPTY).print(cursor));
    file.getGlobalArgs().forEach(this::row);
    for (Docker.Stage stage : file.getStages()) {
      String whole = stage.withInstructions(List.of()).print(cursor);
      printed.append(whole, 0, whole.length() - stage.getFrom().print(cursor).length());
      row(stage.getFrom());
      stage.getInstructions().forEach(this::row);
    }
    return rows;
  }

  private void row(Docker.Instruction instruction) {
    String whole = instruction.print(cursor);
    String bare = bare(instruction);
    int start = printed.length() + whole.length() - bare.length();
    printed.append(whole);
    String keyword = bare.split("[^A-Za-z]", 2)[0].toUpperCase(Locale.ROOT);
    int line = 1 + (int) printed.substring(0, start).chars().filter(c -> c == '\n').count();
    rows.add(new Row(keyword, line, flags(instruction), exec(instruction), arguments(instruction)));
  }

  private String flags(Docker.Instruction instruction) {
    List<Docker.Flag> flags = null;
    if (instruction instanceof Docker.From from) {
      flags = from.getFlags();
    } else if (instruction instanceof Docker.Run run) {
      flags = run.getFlags();
    } else if (instruction instanceof Docker.Copy copy) {
      flags = copy.getFlags();
    } else if (instruction instanceof Docker.Add add) {
      flags = add.getFlags();
    } else if (instruction instanceof Docker.Healthcheck check) {
      flags = check.getFlags();
    }
    StringBuilder text = new StringBuilder();
    if (flags != null) {
      flags.forEach(flag -> text.append(bare(flag)).append(' '));
    }
    return text.toString();
  }

  private static boolean exec(Docker.Instruction instruction) {
    if (instruction instanceof Docker.Copy copy) {
      return copy.getForm() instanceof Docker.ExecForm;
    } else if (instruction instanceof Docker.Add add) {
      return add.getForm() instanceof Docker.ExecForm;
    } else if (instruction instanceof Docker.Volume volume) {
      return volume.isJsonForm();
    } else if (instruction instanceof Docker.Healthcheck check) {
      return check.getCmd() != null && exec(check.getCmd());
    }
    return instruction instanceof Docker.Shell || command(instruction) instanceof Docker.ExecForm;
  }

  private static Docker.@Nullable CommandForm command(Docker.Instruction instruction) {
    if (instruction instanceof Docker.Run run) {
      return run.getCommand();
    } else if (instruction instanceof Docker.Cmd cmd) {
      return cmd.getCommand();
    }
    return instruction instanceof Docker.Entrypoint entrypoint ? entrypoint.getCommand() : null;
  }

  /** The arguments where its model has them in parts or as one text; {@code null} for the kinds that are not compared. */
  private @Nullable String arguments(Docker.Instruction instruction) {
    if (instruction instanceof Docker.From from) {
      return join(from.getImageName())
          + (from.getTag() == null ? "" : ":" + join(from.getTag()))
          + (from.getDigest() == null ? "" : "@" + join(from.getDigest()))
          + (from.getAs() == null ? "" : from.getAs().getKeyword() + from.getAs().getName().getText());
    } else if (instruction instanceof Docker.Env env) {
      StringBuilder pairs = new StringBuilder();
      env.getPairs().forEach(pair -> pairs.append(pair.getKey().getText()).append(join(pair.getValue())));
      return pairs.toString();
    } else if (instruction instanceof Docker.Label label) {
      StringBuilder pairs = new StringBuilder();
      label.getPairs().forEach(pair -> pairs.append(join(pair.getKey())).append(join(pair.getValue())));
      return pairs.toString();
    } else if (instruction instanceof Docker.Workdir workdir) {
      return join(workdir.getPath());
    } else if (instruction instanceof Docker.User user) {
      return join(user.getUser()) + (user.getGroup() == null ? "" : ":" + join(user.getGroup()));
    } else if (instruction instanceof Docker.Copy copy && copy.getForm() instanceof Docker.CopyShellForm form) {
      return paths(form);
    } else if (instruction instanceof Docker.Add add && add.getForm() instanceof Docker.CopyShellForm form) {
      return paths(form);
    }
    Docker.CommandForm command = command(instruction);
    if (command instanceof Docker.ShellForm shell) {
      return shell.getArgument().getText();
    } else if (command instanceof Docker.ExecForm exec) {
      StringBuilder words = new StringBuilder();
      exec.getArguments().forEach(word -> words.append(word.getText()));
      return words.toString();
    }
    return null;
  }

  private String paths(Docker.CopyShellForm form) {
    StringBuilder paths = new StringBuilder();
    form.getSources().forEach(path -> paths.append(join(path)));
    return paths.append(join(form.getDestination())).toString();
  }

  private String join(Docker.@Nullable Argument argument) {
    return argument == null ? "" : bare(argument);
  }

  private String bare(Docker node) {
    Docker bare = node.withPrefix(Space.EMPTY);
    return bare.print(cursor);
  }
}
