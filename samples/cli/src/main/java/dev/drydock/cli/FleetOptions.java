package dev.drydock.cli;

import dev.drydock.fleet.Fleet;
import dev.drydock.fleet.FleetFile;
import dev.drydock.fleet.Ignore;
import dev.drydock.fleet.PathPatterns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The paths and options that say which files are looked at. */
final class FleetOptions {

  /** What stands for standard input among the paths. */
  static final String STANDARD_INPUT = "-";

  @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files and directories, or - for standard input.")
  private List<String> paths = new ArrayList<>();

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Leave out files and directories; patterns are as in .gitignore.")
  private List<String> exclude = new ArrayList<>();

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description = "Look also at files of other names, such as 'build/*.docker'.")
  private List<String> include = new ArrayList<>();

  @Option(
      names = "--files-from",
      paramLabel = "FILE",
      description = "Take more paths from a file, one a line or separated by NUL; - is standard input.")
  private List<String> lists = new ArrayList<>();

  @Option(
      names = "--ignore",
      split = ",",
      paramLabel = "KIND",
      description =
          "Whose ignore files count: git (the default), docker (directories that a .dockerignore leaves out), none.")
  private List<IgnoreKind> ignore = new ArrayList<>();

  @Option(
      names = "--force",
      description = "Work also on files that BuildKit would refuse, such as templates.")
  private boolean force;

  /** The kinds of ignore files. */
  enum IgnoreKind {
    git,
    docker,
    none
  }

  /** The paths that were given, those of lists included. */
  List<String> paths(Console console) {
    List<String> all = new ArrayList<>(paths);
    for (String list : lists) {
      try {
        byte[] bytes = list.equals(STANDARD_INPUT) ? console.input() : Files.readAllBytes(Path.of(list));
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (String path : text.split(text.indexOf('\0') < 0 ? "\\R" : "\0", -1)) {
          if (!path.isEmpty()) {
            all.add(path);
          }
        }
      } catch (IOException | InvalidPathException e) {
        console.fail("cannot read the list of files " + FleetFile.printable(list) + ": " + e.getMessage());
      }
    }
    return all;
  }

  /** Whether paths can come from somewhere: an empty list is no mistake. */
  boolean isGiven() {
    return !paths.isEmpty() || !lists.isEmpty();
  }

  /** The files of these paths. */
  Fleet fleet(List<String> named, Config config, Console console) {
    List<Path> usable = new ArrayList<>();
    for (String name : named) {
      if (name.isEmpty()) {
        console.fail("an empty path names nothing; write . for this directory");
      } else {
        try {
          usable.add(Path.of(name));
        } catch (InvalidPathException e) {
          console.fail("cannot read " + FleetFile.printable(name) + ": " + e.getReason());
        }
      }
    }
    Ignore[] kinds =
        kinds(config.settings()).stream()
            .filter(kind -> kind != IgnoreKind.none)
            .map(kind -> kind == IgnoreKind.git ? Ignore.GIT : Ignore.DOCKER)
            .toArray(Ignore[]::new);
    Fleet fleet =
        Fleet.of(usable, kinds)
            .excluding(exclude)
            .including(config.settings().texts(Setting.INCLUDE))
            .including(include);
    for (Path file : config.file()) {
      Path directory = file.toAbsolutePath().resolveSibling("");
      fleet = fleet.excluding(PathPatterns.of(directory, config.settings().texts(Setting.EXCLUDE)));
    }
    return force ? fleet.forced() : fleet;
  }

  private List<IgnoreKind> kinds(Settings settings) {
    return ignore.isEmpty() ? settings.texts(Setting.IGNORE).stream().map(IgnoreKind::valueOf).toList() : ignore;
  }
}
