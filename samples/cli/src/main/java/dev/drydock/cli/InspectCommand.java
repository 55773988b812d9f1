package dev.drydock.cli;

import dev.drydock.dockerfile.Dockerfile;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code drydock inspect PATH…}: each Dockerfile as one JSON object on one line. */
@Command(
    name = "drydock inspect",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "",
      "Shows each Dockerfile as one JSON object on one line, as BuildKit reads it: file, problems, syntax, escape,"
          + " instructions, stages, mounts. What an instruction does not have is left out. A file that cannot be read"
          + " is an object of file and error, and the exit status is 2.",
      "",
    })
final class InspectCommand implements Callable<Integer>, Visitor {

  private final Console console;

  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and directories, or - for standard input.")
  private List<String> paths = new ArrayList<>();

  InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Visitor.visit(paths, console, this);
    return console.failed() ? ExitStatus.FAILED : ExitStatus.FINE;
  }

  @Override
  public void dockerfile(Subject subject, Dockerfile dockerfile) {
    console.print(DockerfileJson.of(subject.name(), dockerfile) + "\n");
  }

  @Override
  public void failed(Subject subject, String reason) {
    console.print(DockerfileJson.ofUnreadable(subject.name(), reason) + "\n");
  }

  @Override
  public boolean finished() {
    return console.closed();
  }
}
