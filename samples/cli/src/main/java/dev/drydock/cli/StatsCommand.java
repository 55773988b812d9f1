package dev.drydock.cli;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.fleet.FleetFile;
import dev.drydock.transform.Rewrite;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
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
final class StatsCommand extends FleetCommand implements Callable<Integer> {

  private final Tally tally = new Tally();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private RefitOptions options = new RefitOptions();

  @Mixin private FleetOptions files = new FleetOptions();

  StatsCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() {
    if (!files.isGiven()) {
      throw new ParameterException(spec.commandLine(), "no PATH was given");
    }
    List<String> paths = files.paths(console());
    InForce inForce = options.inForce(paths, spec);
    visit(paths, files, inForce.config(), Path.of(FleetOptions.STANDARD_INPUT), inForce::transform);
    console().print(tally.table());
    return console().failed() ? ExitStatus.FAILED : ExitStatus.FINE;
  }

  @Override
  public void rewrite(FleetFile file, Rewrite rewrite) {
    read(file);
    tally.add(rewrite);
  }

  @Override
  public void refused(FleetFile file, Dockerfile dockerfile, String reason) {
    read(file);
    tally.addRefused();
  }

  @Override
  public void skipped(FleetFile file, String reason) {
    tally.addSkipped();
  }
}
