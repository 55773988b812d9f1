package dev.drydock.fleet;

import java.nio.file.Path;
import java.util.Objects;
import org.eclipse.jgit.ignore.IgnoreNode;

/** Patterns of paths, written as in a {@code .gitignore} of one directory. */
public final class PathPatterns {

  private final Path directory;
  private final IgnoreNode node;

  private PathPatterns(Path directory, IgnoreNode node) {
    this.directory = directory;
    this.node = node;
  }

  /** The patterns of this directory, of which the last that matches decides. */
  public static PathPatterns of(Path directory, Iterable<String> patterns) {
    Path real = FleetFile.real(Objects.requireNonNull(directory, "directory"));
    return new PathPatterns(real, IgnoreRules.node(IgnoreRules.lines(patterns)));
  }

  /** Whether a path without links is itself meant; the directories that it is in are not asked. */
  boolean matchEntry(Path real, boolean isDirectory) {
    return real.startsWith(directory)
        && Boolean.TRUE.equals(node.checkIgnored(directory.relativize(real).toString(), isDirectory));
  }

  /** Whether a file, or a directory that it is in, is meant. */
  public boolean match(Path file) {
    Path real = FleetFile.real(Objects.requireNonNull(file, "file"));
    if (!real.startsWith(directory)) {
      return false;
    }
    Path relative = directory.relativize(real);
    for (int i = relative.getNameCount(); i > 0; i--) {
      Boolean matches = node.checkIgnored(relative.subpath(0, i).toString(), i < relative.getNameCount());
      if (matches != null) {
        return matches;
      }
    }
    return false;
  }
}
