package dev.drydock.impl.read;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Dockerfiles written for the tests in the manner of real ones, each with one purpose that its first comment says. They
 * are for everybody who has no corpus.
 */
public final class OwnFiles {

  private static final String SUFFIX = ".Dockerfile";

  private OwnFiles() {}

  /** Every file's bytes, by its name without the suffix. */
  public static Map<String, byte[]> all() throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.list(folder())) {
      for (Path path : paths.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
        files.put(path.getFileName().toString().replace(SUFFIX, ""), Files.readAllBytes(path));
      }
    }
    return files;
  }

  static Path folder() throws IOException {
    URL folder = Objects.requireNonNull(OwnFiles.class.getResource("/dockerfiles"), "There is no folder of Dockerfiles.");
    try {
      return Path.of(folder.toURI());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
