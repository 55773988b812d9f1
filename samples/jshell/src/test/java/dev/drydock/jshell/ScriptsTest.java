package dev.drydock.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each script prints and writes what it should, run by the launcher in the JDK's own jshell. */
class ScriptsTest {

  private static final Path RESOURCES = Path.of("src/test/resources");
  private static final String DIGEST = "sha256:8f64a67710f3d981cf3008d6f9f1dbe61accd7927f165f4e37ea3f8b883ccc3f";

  @TempDir Path directory;

  @BeforeEach
  void copyTheTree() throws IOException {
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("services"))) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve("services").resolve(RESOURCES.resolve("services").relativize(file)));
      }
    }
  }

  private String written(String file) throws IOException {
    return Files.readString(directory.resolve("services").resolve(file));
  }

  private void assertPrints(String script, String... settings) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-Dtree=services"));
    arguments.addAll(Arrays.asList(settings));
    arguments.add(Path.of(script + ".jsh").toAbsolutePath().toString());
    String said = Launcher.run(directory, Launcher.classPath(), "", arguments.toArray(String[]::new));
    assertThat(said).isEqualTo(Files.readString(RESOURCES.resolve("expected/" + script + ".txt")));
  }

  @Test
  void aTreeIsRefitted() throws IOException, InterruptedException {
    assertPrints("refit-tree");
    assertThat(written("api/Dockerfile")).contains("RUN --mount=type=cache,target=/root/.cache/pip");
  }

  @Test
  void baseImagesAreListed() throws IOException, InterruptedException {
    assertPrints("base-images");
  }

  @Test
  void aDigestIsPinned() throws IOException, InterruptedException {
    assertPrints("pin-digest", "-Dimage=python:3.12-slim", "-Ddigest=" + DIGEST);
    assertThat(written("worker.Dockerfile")).startsWith("FROM python:3.12-slim@" + DIGEST + " AS base\n");
    assertThat(written("api/Dockerfile")).startsWith("ARG PYTHON=3.12-slim\n");
  }

  @Test
  void aTransformOfOnesOwnKeepsTheLaws() throws IOException, InterruptedException {
    assertPrints("own-transform");
  }

  @Test
  void aDockerfileIsMadeFromNothing() throws IOException, InterruptedException {
    assertPrints("from-nothing");
  }

  /** What somebody types, and what is shown for it. */
  @Test
  void whatIsTypedIsShownAsItsText() throws IOException, InterruptedException {
    String typed = Files.readString(RESOURCES.resolve("typed.jsh"));
    String said = Launcher.run(directory, Launcher.classPath(), typed);
    assertThat(said.replaceFirst("(?s)^.*?/help intro\n", "").replaceAll("(?m)^drydock>  ", "drydock> "))
        .isEqualTo(Files.readString(RESOURCES.resolve("expected/typed.txt")));
  }
}
