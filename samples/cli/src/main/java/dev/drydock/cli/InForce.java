package dev.drydock.cli;

import dev.drydock.cli.format.Level;
import dev.drydock.fleet.FleetFile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Transform;
import io.vavr.control.Option;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** What is in force in a run: the configuration, and over it what was given on the command line. */
final class InForce {

  private final Config config;
  private final Settings given;
  private final Map<Map<Setting, Settings.Value>, Transform> transforms = new ConcurrentHashMap<>();

  private InForce(Config config, Settings given) {
    this.config = config;
    this.given = given;
  }

  /**
   * What is in force for these paths. The file is the one that was named, or that of the first path; {@code none} is no
   * file.
   *
   * @throws ParameterException where the file, or what was given, makes no sense
   */
  static InForce of(String named, List<String> paths, Settings given, CommandSpec spec) {
    try {
      Option<Path> file =
          named.isEmpty() ? Config.above(first(paths)) : Option.some(Path.of(named)).filter(path -> !named.equals("none"));
      InForce inForce = new InForce(file.map(ConfigReader::read).getOrElse(Config.NONE), given);
      inForce.transform(inForce.settings());
      inForce.config.overrides().forEach(each -> inForce.transform(inForce.config.settings().under(each.settings()).under(given)));
      return inForce;
    } catch (ConfigReader.Unusable | TransformChoice.Unusable | IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private static Path first(List<String> paths) {
    try {
      String first = paths.isEmpty() || paths.get(0).equals(FleetOptions.STANDARD_INPUT) ? "" : paths.get(0);
      return Path.of(first);
    } catch (InvalidPathException e) {
      return Path.of("");
    }
  }

  Config config() {
    return config;
  }

  /** What is set for a whole run. */
  Settings settings() {
    return config.settings().under(given);
  }

  /** What is set for a file. */
  Settings settings(Path path) {
    return config.settings(path).under(given);
  }

  /** The transform for a file; one for all files with the same settings. */
  Transform transform(FleetFile file) {
    return rules(file).without(transform(settings(file.path())));
  }

  private Transform transform(Settings settings) {
    return transforms.computeIfAbsent(settings.values(), values -> TransformChoice.of(settings));
  }

  /** How much a note on a file matters. */
  Level level(FleetFile file, Note note) {
    Severity severity = rules(file).of(note);
    return severity == null ? Level.NOTE : severity == Severity.ERROR ? Level.ERROR : Level.WARNING;
  }

  /** How seriously rules are taken in a file. */
  RuleSettings rules(FleetFile file) {
    return config.rules(file.path());
  }
}
