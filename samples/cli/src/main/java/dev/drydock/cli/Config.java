package dev.drydock.cli;

import dev.drydock.fleet.PathPatterns;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A {@code drydock.yaml}: what it sets, how seriously it takes rules, and where it says otherwise.
 *
 * @param file the file; none where there is none
 */
record Config(Option<Path> file, Settings settings, RuleSettings rules, List<ForPaths> overrides) {

  /** The name that is looked for. */
  static final String NAME = "drydock.yaml";

  /** No file. */
  static final Config NONE = new Config(Option.none(), Settings.NONE, RuleSettings.NONE, List.of());

  /**
   * What is set for some paths.
   *
   * @param source where it was said
   */
  record ForPaths(List<String> patterns, PathPatterns paths, Settings settings, RuleSettings rules, String source) {}

  /** The file that holds at a path: in its directory, or in the nearest one above. */
  static Option<Path> above(Path path) {
    Path start = path.toAbsolutePath().normalize();
    for (Path at = Files.isDirectory(start) ? start : start.getParent(); at != null; at = at.getParent()) {
      Path file = at.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Option.some(file);
      }
    }
    return Option.none();
  }

  /** The overrides that hold for a file, in their order. */
  List<ForPaths> overrides(Path path) {
    return overrides.stream().filter(override -> override.paths().match(path)).toList();
  }

  /** What is set for a file, overrides included. */
  Settings settings(Path path) {
    return overrides(path).stream().map(ForPaths::settings).reduce(settings, Settings::under);
  }

  /** How seriously rules are taken in a file, overrides included. */
  RuleSettings rules(Path path) {
    return overrides(path).stream().map(ForPaths::rules).reduce(rules, RuleSettings::under);
  }
}
