package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The process is ended while it writes. */
class InterruptionTest {

  private static final int FILES = 1000;

  @TempDir Path directory;

  @Test
  void neitherHalfAFileNorATemporaryOneIsLeft() throws IOException, InterruptedException {
    Tree tree = new Tree(directory);
    for (int i = 0; i < FILES; i++) {
      tree.file("d%04d/Dockerfile".formatted(i), Tree.SERVICE);
    }
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--write",
                "--quiet",
                directory.toString())
            .inheritIO();
    builder.environment().put("XDG_STATE_HOME", Path.of("target", "state").toAbsolutePath().toString());
    Process process = builder.start();
    Path first = directory.resolve("d0100/Dockerfile");
    while (process.isAlive() && Files.size(first) == Tree.SERVICE.length()) {
      Thread.sleep(1);
    }
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    String done = tree.text("d0000/Dockerfile");
    assertThat(done).contains(Tree.MOUNT);
    try (Stream<Path> all = Files.walk(directory)) {
      List<Path> files = all.filter(Files::isRegularFile).toList();
      assertThat(files).hasSize(FILES).allMatch(file -> file.endsWith("Dockerfile"));
      for (Path file : files) {
        assertThat(Files.readString(file)).isIn(Tree.SERVICE, done);
      }
    }
  }
}
