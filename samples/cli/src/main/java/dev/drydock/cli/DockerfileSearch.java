package dev.drydock.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Finds the Dockerfiles that paths name: a file whatever its name, and below a directory those that
 * {@link DockerfileNames} tells by theirs, sorted by name. Each is handed on as soon as it is found, and once,
 * however many paths lead to it. Links to directories are followed only where they are named themselves.
 */
final class DockerfileSearch {

  private final Console console;
  private final Consumer<Subject> found;
  private final BooleanSupplier finished;
  private final Set<Path> seen = new HashSet<>();
  private int count;

  /** A search that hands on what it finds until the rest need not be looked at. */
  DockerfileSearch(Console console, Consumer<Subject> found, BooleanSupplier finished) {
    this.console = console;
    this.found = found;
    this.finished = finished;
  }

  /** Looks at each path in turn. */
  void search(List<String> paths) {
    for (String path : paths) {
      if (path.equals(Subject.STANDARD_INPUT)) {
        found.accept(Subject.standardInput());
      } else if (path.isEmpty()) {
        console.fail("an empty path names nothing; write . for this directory");
      } else {
        search(path);
      }
    }
  }

  private void search(String name) {
    Path path;
    try {
      path = Path.of(name);
    } catch (InvalidPathException e) {
      console.fail("cannot read " + Subject.printable(name) + ": " + e.getReason());
      return;
    }
    if (Files.isDirectory(path)) {
      count = 0;
      directory(path.normalize());
      if (count == 0 && !finished.getAsBoolean()) {
        console.warn("no Dockerfiles below " + Subject.printable(name));
      }
    } else {
      file(path);
    }
  }

  private void directory(Path directory) {
    for (Path entry : entries(directory)) {
      if (finished.getAsBoolean()) {
        return;
      }
      String name = String.valueOf(entry.getFileName());
      if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
        if (!DockerfileNames.isSkipped(name)) {
          directory(entry);
        }
      } else if (DockerfileNames.isDockerfile(name) && !Files.isDirectory(entry)) {
        count++;
        file(entry);
      }
    }
  }

  private List<Path> entries(Path directory) {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
      stream.forEach(entries::add);
    } catch (IOException | DirectoryIteratorException e) {
      fail(directory, e);
    }
    entries.sort(Comparator.comparing(entry -> String.valueOf(entry.getFileName())));
    return entries;
  }

  private void fail(Path directory, Exception e) {
    String reason = e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    console.fail("cannot search " + Subject.printable(directory.toString()) + ": " + reason);
  }

  private void file(Path file) {
    if (seen.add(identity(file))) {
      found.accept(Subject.of(file));
    }
  }

  private static Path identity(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }
}
