package dev.drydock.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory of files that a test makes. */
record Tree(Path root) {

  /** A service that has something to gain. */
  static final String SERVICE =
      """
      FROM python:3.12-slim-bookworm
      WORKDIR /app
      COPY requirements.txt .
      RUN pip install -r requirements.txt
      CMD ["python", "-m", "service"]
      """;

  /** What shows that a service was refitted. */
  static final String MOUNT = "RUN --mount=type=cache,target=/root/.cache/pip";

  /** A file of this text, and the directories above it. */
  Path file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A file of these bytes, and the directories above it. */
  Path file(String name, byte[] bytes) {
    try {
      Path file = root.resolve(name);
      Files.createDirectories(file.resolve("..").normalize());
      return Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of a file. */
  String text(String name) {
    try {
      return Files.readString(root.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
