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
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/** The patterns that hold in one directory: its own, and those of the directories above. The nearest one decides. */
final class IgnoreRules {

  private record Patterns(IgnoreNode node, boolean ofDirectoriesAlone) {}

  private final Path directory;
  private final List<Patterns> own;
  private final @Nullable IgnoreRules above;

  private IgnoreRules(Path directory, List<Patterns> own, @Nullable IgnoreRules above) {
    this.directory = directory;
    this.own = own;
    this.above = above;
  }

  /** The patterns that hold in a directory where a search begins: those that are given, and those of ignore files. */
  static IgnoreRules at(Path directory, Collection<Ignore> files, Collection<String> globs) {
    Path real = FleetFile.real(directory);
    IgnoreRules rules = new IgnoreRules(real, List.of(), null);
    if (files.contains(Ignore.GIT)) {
      for (Path each : downFromRepository(real)) {
        rules = rules.in(each, files);
      }
    }
    rules = rules.in(real, files);
    return globs.isEmpty() ? rules : new IgnoreRules(real, List.of(new Patterns(node(lines(globs)), false)), rules);
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
    List<Patterns> patterns = new ArrayList<>();
    for (Ignore each : files) {
      Path file = below.resolve(each.fileName());
      if (Files.isRegularFile(file)) {
        patterns.add(each == Ignore.DOCKER ? docker(file) : new Patterns(node(bytes(file)), false));
      }
    }
    Path exclude = below.resolve(".git/info/exclude");
    if (files.contains(Ignore.GIT) && Files.isRegularFile(exclude)) {
      patterns.add(new Patterns(node(bytes(exclude)), false));
    }
    return patterns.isEmpty() ? this : new IgnoreRules(below, patterns, this);
  }

  /** Docker's patterns begin where the file is, whether or not a slash says so. */
  private static Patterns docker(Path file) {
    List<String> lines = new ArrayList<>();
    for (String line : new String(bytes(file), StandardCharsets.UTF_8).split("\\R", -1)) {
      String pattern = line.strip();
      boolean not = pattern.startsWith("!");
      String path = (not ? pattern.substring(1) : pattern).replaceAll("^(?:\\./|/)+", "");
      if (!path.isEmpty() && !path.startsWith("#")) {
        lines.add((not ? "!" : "") + (path.startsWith("**") ? path : "/" + path));
      }
    }
    return new Patterns(node(lines(lines)), true);
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
    for (IgnoreRules at = this; at != null; at = at.above) {
      String relative = at.directory.relativize(entry).toString();
      for (Patterns each : at.own) {
        Boolean ignored = (isDirectory || !each.ofDirectoriesAlone) ? each.node.checkIgnored(relative, isDirectory) : null;
        if (ignored != null) {
          return ignored;
        }
      }
    }
    return false;
  }
}
