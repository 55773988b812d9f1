package dev.drydock.cli;

import java.util.Set;

/** Which files of a directory are Dockerfiles, by their names, and which directories are not looked into. */
final class DockerfileNames {

  /** What others wrote or a tool made: version control, installed packages, tools' own state. */
  private static final Set<String> SKIPPED =
      Set.of(
          ".git", ".hg", ".svn", ".jj", "node_modules", "bower_components", "site-packages", "__pycache__", ".venv",
          ".tox", ".nox", ".gradle", ".terraform", ".idea", ".cache");

  private DockerfileNames() {}

  /**
   * Whether a file of this name is one: {@code Dockerfile}, {@code Dockerfile.*}, {@code *.Dockerfile},
   * {@code *.dockerfile} or {@code Containerfile*}; but not the list of ignored files beside it.
   */
  static boolean isDockerfile(String name) {
    return (name.equals("Dockerfile")
            || name.startsWith("Dockerfile.")
            || name.endsWith(".Dockerfile")
            || name.endsWith(".dockerfile")
            || name.startsWith("Containerfile"))
        && !name.endsWith(".dockerignore")
        && !name.endsWith(".containerignore");
  }

  /** Whether a directory of this name is left out; one that is named on the command line never is. */
  static boolean isSkipped(String name) {
    return SKIPPED.contains(name);
  }
}
