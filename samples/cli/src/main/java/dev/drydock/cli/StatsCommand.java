package dev.drydock.cli;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code drydock stats PATH…}: what the notes of all rewrites say together. */
@Command(
    name = "drydock stats",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "",
      "Counts, for the Dockerfiles below some paths, the RUNs by tool that would be mounted and that would be left"
          + " alone, and the notes by rule. Writes nothing.",
      "",
    })
final class StatsCommand implements Callable<Integer>, Visitor {

  private final Console console;
  private final Tally tally = new Tally();
  private Transform transform = Transform.identity();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private RefitOptions options = new RefitOptions();

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and directories, or - for standard input.")
  private List<String> paths = new ArrayList<>();

  StatsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    try {
      transform = options.transform();
    } catch (RefitOptions.Unusable | IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
    Visitor.visit(paths, console, this);
    console.print(tally.table());
    return console.failed() ? ExitStatus.FAILED : ExitStatus.FINE;
  }

  @Override
  public void dockerfile(Subject subject, Dockerfile dockerfile) {
    tally.add(transform.apply(dockerfile));
  }
}
