package dev.drydock.cli;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.fleet.FleetFile;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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
final class InspectCommand extends FleetCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private FleetOptions files = new FleetOptions();

  InspectCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (!files.isGiven()) {
      throw new ParameterException(spec.commandLine(), "no PATH was given");
    }
    visit(files.paths(console()), files, Config.NONE, Path.of(FleetOptions.STANDARD_INPUT), file -> Transform.identity());
    return console().failed() ? ExitStatus.FAILED : ExitStatus.FINE;
  }

  @Override
  public void rewrite(FleetFile file, Rewrite rewrite) {
    print(file, rewrite.before());
  }

  /** What is wrong with it is among what is shown. */
  @Override
  public void refused(FleetFile file, Dockerfile dockerfile, String reason) {
    print(file, dockerfile);
  }

  private void print(FleetFile file, Dockerfile dockerfile) {
    read(file);
    console().print(DockerfileJson.of(file.name(), dockerfile) + "\n");
  }

  @Override
  public void failed(FleetFile file, String reason) {
    super.failed(file, reason);
    console().print(DockerfileJson.ofUnreadable(file.name(), reason) + "\n");
  }

  @Override
  public boolean finished() {
    return console().closed();
  }
}
