package dev.drydock.fleet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/**
 * The patterns that hold in one directory: those that were given are asked first, then those of its own ignore files and
 * of the directories above, the nearest first. The first that matches decides.
 */
final class IgnoreRules {

  /** The patterns of one list, which are of a directory. */
  private record Patterns(Path directory, IgnoreNode node, boolean ofDirectoriesAlone) {

    /** Whether a file or directory is left out; none where no pattern matches. */
    @Nullable Boolean ignores(Path entry, boolean isDirectory) {
      return (isDirectory || !ofDirectoriesAlone)
          ? node.checkIgnored(directory.relativize(entry).toString(), isDirectory)
          : null;
    }
  }

  private final List<Patterns> given;
  private final List<Patterns> found;

  private IgnoreRules(List<Patterns> given, List<Patterns> found) {
    this.given = given;
    this.found = found;
  }

  /** The patterns that hold in a directory where a search begins: those that are given, and those of ignore files. */
  static IgnoreRules at(Path directory, Collection<Ignore> files, Collection<String> globs) {
    Path real = FleetFile.real(directory);
    IgnoreRules rules = new IgnoreRules(List.of(new Patterns(real, node(lines(globs)), false)), List.of());
    if (files.contains(Ignore.GIT)) {
      for (Path each : downFromRepository(real)) {
        rules = rules.in(each, files);
      }
    }
    return rules.in(real, files);
  }

  /** The directories from the top of the repository down to this one, without it; none outside of a repository. */
  private static List<Path> downFromRepository(Path directory) {
    List<Path> down = new ArrayList<>();
    for (Path at = directory; at != null; at = at.getParent()) {
      if (!at.equals(directory)) {
        down.add(at);
      }
      if (Files.exists(at.resolve(".git"))) {
        Collections.reverse(down);
        return down;
      }
    }
    return List.of();
  }

  /** The patterns that hold in a directory below this one. */
  IgnoreRules in(Path below, Collection<Ignore> files) {
    List<Patterns> nearest = new ArrayList<>();
    for (Ignore each : files) {
      Path file = below.resolve(each.fileName());
      if (Files.isRegularFile(file)) {
        nearest.add(each == Ignore.DOCKER ? docker(below, file) : new Patterns(below, node(bytes(file)), false));
      }
    }
    Path exclude = below.resolve(".git/info/exclude");
    if (files.contains(Ignore.GIT) && Files.isRegularFile(exclude)) {
      nearest.add(new Patterns(below, node(bytes(exclude)), false));
    }
    if (nearest.isEmpty()) {
      return this;
    }
    nearest.addAll(found);
    return new IgnoreRules(given, nearest);
  }

  /** Docker's patterns begin where the file is, whether or not a slash says so. */
  private static Patterns docker(Path directory, Path file) {
    List<String> lines = new ArrayList<>();
    for (String line : new String(bytes(file), StandardCharsets.UTF_8).split("\\R", -1)) {
      String pattern = line.strip();
      boolean not = pattern.startsWith("!");
      String path = (not ? pattern.substring(1) : pattern).replaceAll("^(?:\\./|/)+", "");
      if (!path.isEmpty() && !path.startsWith("#")) {
        lines.add((not ? "!" : "") + (path.startsWith("**") ? path : "/" + path));
      }
    }
    return new Patterns(directory, node(lines(lines)), true);
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      return new byte[0];
    }
  }

  /** Patterns as the text of a file has them. */
  static byte[] lines(Iterable<String> lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  /** What the text of an ignore file says. */
  static IgnoreNode node(byte[] text) {
    IgnoreNode node = new IgnoreNode();
    try {
      node.parse(new ByteArrayInputStream(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return node;
  }

  /** Whether a file or directory is left out. */
  boolean ignores(Path entry, boolean isDirectory) {
    return Stream.of(given, found)
        .flatMap(List::stream)
        .map(patterns -> patterns.ignores(entry, isDirectory))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(false);
  }
}
