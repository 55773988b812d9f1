package dev.drydock.cli.services;

import dev.drydock.fleet.FleetFile;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an image is built, as a compose file says it of a service and a bake file of a target.
 *
 * @param definition the file that says it
 * @param dockerfile the Dockerfile that it is built from; of no meaning where there is an {@code inline} one
 * @param inline the text of a Dockerfile that stands in the definition; empty where none does
 * @param target the stage that is built; empty for the last one
 * @param arguments the build arguments that are given
 */
public record Service(String name, Path definition, Path dockerfile, String inline, String target, List<Argument> arguments) {

  /** The parts. */
  public Service {
    arguments = List.copyOf(arguments);
  }

  /**
   * A build argument.
   *
   * @param value as it is written, variables included; null where the environment of the build has it
   */
  public record Argument(String name, @Nullable String value) {}

  /** What it is called in all that is said of it. */
  public String title() {
    return FleetFile.printable(definition + ": " + name);
  }
}
