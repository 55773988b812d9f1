package dev.drydock.cli;

import dev.drydock.fleet.FleetFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What {@code --check} forgives, so that many services can be converted one by one: a line for each file and finding, with
 * paths from the directory of the baseline.
 */
final class Baseline {

  /** The finding that a file would change; others are the rules of warnings. */
  static final String CHANGED = "changed";

  private static final String HEAD =
      "# What drydock --check forgives, a line for each file and finding. Take out the lines of files that are converted.\n";

  /**
   * What is found in a file.
   *
   * @param path from the directory of the baseline
   * @param what {@link #CHANGED}, or the rule of a warning
   */
  record Finding(String path, String what) implements Comparable<Finding> {

    @Override
    public int compareTo(Finding other) {
      return Comparator.comparing(Finding::path).thenComparing(Finding::what).compare(this, other);
    }

    @Override
    public String toString() {
      return path + ": " + what;
    }
  }

  private final Path directory;
  private final Set<Finding> forgiven;
  private final Set<String> visited = new HashSet<>();

  private Baseline(Path directory, Set<Finding> forgiven) {
    this.directory = directory;
    this.forgiven = forgiven;
  }

  /** Forgives nothing; paths begin at the working directory. */
  static Baseline none() {
    return new Baseline(real(Path.of("")), Set.of());
  }

  /**
   * Reads what is forgiven.
   *
   * @throws UncheckedIOException where the file cannot be read
   */
  static Baseline read(Path file) {
    try {
      Set<Finding> forgiven = new TreeSet<>();
      for (String line : Files.readString(file).split("\\R", -1)) {
        int colon = line.lastIndexOf(": ");
        if (colon > 0 && !line.startsWith("#")) {
          forgiven.add(new Finding(line.substring(0, colon), line.substring(colon + 2).strip()));
        }
      }
      return new Baseline(real(file.toAbsolutePath().resolveSibling("")), forgiven);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the baseline " + FleetFile.printable(file.toString()) + ": " + e.getMessage(), e);
    }
  }

  /** One that forgives nothing, and is to be written to this file. */
  static Baseline toWrite(Path file) {
    return new Baseline(real(file.toAbsolutePath().resolveSibling("")), Set.of());
  }

  /** Writes what was found as forgiven. */
  static void write(Path file, Collection<Finding> found) {
    try {
      Files.writeString(file, found.stream().map(finding -> finding + "\n").collect(Collectors.joining("", HEAD, "")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the baseline " + FleetFile.printable(file.toString()) + ": " + e.getMessage(), e);
    }
  }

  /** A finding in a file. */
  Finding finding(Path file, String what) {
    return new Finding(path(file), what);
  }

  void visited(Path file) {
    visited.add(path(file));
  }

  private String path(Path file) {
    Path real = real(file);
    Path relative = real.startsWith(directory) ? directory.relativize(real) : real;
    return FleetFile.printable(relative.toString());
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  boolean forgives(Finding finding) {
    return forgiven.contains(finding);
  }

  /** What is forgiven of the files that were visited, and was not found there. */
  List<Finding> obsolete(Collection<Finding> found) {
    return forgiven.stream().filter(each -> visited.contains(each.path()) && !found.contains(each)).toList();
  }
}
