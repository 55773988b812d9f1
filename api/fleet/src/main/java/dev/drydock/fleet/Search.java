package dev.drydock.fleet;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the Dockerfiles of a fleet: a file that is named, whatever its name, and below a directory those that
 * {@link DockerfileNames} tells by theirs, sorted by name. Each comes once, however many paths lead to it. Links to
 * directories are followed only where they are named themselves, and links to files only within the directory.
 */
final class Search {

  /** What is told of a search. */
  interface Listener {

    void found(FleetFile file);

    default void skipped(FleetFile file, String reason) {}

    default void failed(FleetFile file, String reason) {}

    default boolean finished() {
      return false;
    }
  }

  private static final String LEADS_NOWHERE = "it is a link that leads nowhere";

  private final Fleet fleet;
  private final Listener listener;
  private final Set<Path> seen = new HashSet<>();

  Search(Fleet fleet, Listener listener) {
    this.fleet = fleet;
    this.listener = listener;
  }

  /** Looks at each path in turn. */
  void run() {
    for (Path path : fleet.paths()) {
      if (listener.finished()) {
        return;
      }
      if (Files.isDirectory(path)) {
        Path root = path.normalize();
        IgnoreRules rules = IgnoreRules.at(root, fleet.ignoring().toJavaList(), fleet.without().toJavaList());
        IgnoreRules more = IgnoreRules.at(root, List.of(), fleet.with().toJavaList());
        new Walk(new SearchRoot(root), FleetFile.real(root), more).directory(root, FleetFile.real(root), rules, true);
      } else {
        named(path);
      }
    }
  }

  private void named(Path path) {
    FleetFile file = new FleetFile(path, path);
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      listener.failed(file, "cannot read " + file.name() + ": it is not a regular file");
    } else {
      take(file);
    }
  }

  private void take(FleetFile file) {
    if (seen.add(file.real())) {
      listener.found(file);
    }
  }

  /** The search below one path. */
  private final class Walk {

    private final SearchRoot root;
    private final Path realRoot;
    private final IgnoreRules included;

    Walk(SearchRoot root, Path realRoot, IgnoreRules included) {
      this.root = root;
      this.realRoot = realRoot;
      this.included = included;
    }

    void directory(Path directory, Path real, IgnoreRules above, boolean first) {
      IgnoreRules rules = first ? above : above.in(real, fleet.ignoring().toJavaList());
      for (Path entry : entries(directory)) {
        if (listener.finished()) {
          return;
        }
        String name = String.valueOf(entry.getFileName());
        Path realEntry = real.resolve(entry.getFileName());
        BasicFileAttributes attributes = attributes(entry);
        if (attributes != null && attributes.isDirectory()) {
          if (!DockerfileNames.isSkipped(name) && !leftOut(realEntry, true, rules)) {
            directory(entry, realEntry, rules, false);
          }
        } else if (attributes != null) {
          file(entry, realEntry, name, attributes, rules);
        }
      }
    }

    private void file(Path entry, Path real, String name, BasicFileAttributes attributes, IgnoreRules rules) {
      DockerfileNames.Verdict verdict =
          included.ignores(real, false) ? DockerfileNames.Verdict.DOCKERFILE : DockerfileNames.of(name);
      if (verdict == DockerfileNames.Verdict.OTHER || leftOut(real, false, rules)) {
        return;
      }
      FleetFile file = new FleetFile(entry, root);
      if (verdict == DockerfileNames.Verdict.PERHAPS) {
        listener.skipped(file, "its name says that it is a template, a copy, or something else than a Dockerfile");
      } else if (attributes.isSymbolicLink()) {
        link(file);
      } else if (attributes.isRegularFile()) {
        take(file);
      } else {
        listener.skipped(file, "it is not a regular file");
      }
    }

    private boolean leftOut(Path real, boolean isDirectory, IgnoreRules rules) {
      return rules.ignores(real, isDirectory) || fleet.excludes(real, isDirectory);
    }

    private void link(FleetFile file) {
      if (!Files.exists(file.path())) {
        listener.skipped(file, LEADS_NOWHERE);
      } else if (!file.real().startsWith(realRoot)) {
        listener.skipped(file, "it is a link to " + FleetFile.printable(file.real().toString()) + ", outside of " + FleetFile.printable(root.path().toString().isEmpty() ? "." : root.path().toString()));
      } else if (Files.isRegularFile(file.path())) {
        take(file);
      } else if (!Files.isDirectory(file.path())) {
        listener.skipped(file, "it is not a regular file");
      }
    }

    private List<Path> entries(Path directory) {
      List<Path> entries = new ArrayList<>();
      try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
        stream.forEach(entries::add);
      } catch (IOException | DirectoryIteratorException e) {
        String reason = e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
        FleetFile file = new FleetFile(directory, root);
        listener.failed(file, "cannot search " + file.name() + ": " + reason);
      }
      entries.sort(Comparator.comparing(entry -> String.valueOf(entry.getFileName())));
      return entries;
    }
  }

  private static @org.jspecify.annotations.Nullable BasicFileAttributes attributes(Path entry) {
    try {
      return Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException e) {
      return null;
    }
  }
}
