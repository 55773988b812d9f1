package dev.drydock.impl.peers;

import dev.drydock.dockerfile.Dockerfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Dockerfiles in a folder, each in one of its own, whose name is a number: what a file was called is no hint for anybody. */
record Tree(Path folder) {

  private static final String FILE = "Dockerfile";

  /** Writes the files; those that were in the folder go. */
  static Tree of(Path folder, Collection<Dockerfile> files) {
    try {
      delete(folder);
      int number = 0;
      for (Dockerfile file : files) {
        Path own = Files.createDirectories(folder.resolve(String.format(Locale.ROOT, "%04d", ++number)));
        Files.write(own.resolve(FILE), file.encode());
      }
      Files.createDirectories(folder);
      return new Tree(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same files in another folder. */
  Tree copy(Path to) {
    try {
      delete(to);
      for (String name : names()) {
        Path own = Files.createDirectories(to.resolve(name));
        Files.copy(path(name), own.resolve(FILE));
      }
      Files.createDirectories(to);
      return new Tree(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers, in order. */
  List<String> names() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path(String name) {
    return folder.resolve(name).resolve(FILE);
  }

  /** The file of each number. */
  SortedMap<String, Dockerfile> read() {
    SortedMap<String, Dockerfile> files = new TreeMap<>();
    for (String name : names()) {
      try {
        files.put(name, Dockerfile.decode(Files.readAllBytes(path(name))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }

  /** Takes some files out. */
  void drop(Collection<String> names) {
    names.forEach(name -> delete(folder.resolve(name)));
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
