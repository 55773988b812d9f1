package dev.drydock.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefitScriptTest {

  private static final Path SCRIPT = Path.of("refit.jsh");

  @TempDir Path directory;

  @Test
  void refitsADockerfile() throws IOException, InterruptedException {
    Path file = Files.writeString(directory.resolve("Dockerfile"), "FROM python:3.12\nRUN pip install flask\n");
    Process jshell =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jshell").toString(),
                "--class-path",
                classPath(),
                "-R-Ddockerfile=" + file,
                SCRIPT.toString())
            .redirectErrorStream(true)
            .start();
    jshell.getOutputStream().close();
    String said = new String(jshell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jshell.waitFor()).as(said).isZero();
    assertThat(said).contains("line 2: changed [mount-cache/pip").doesNotContain("Exception", "Error");
    assertThat(file).content().contains("RUN --mount=type=cache,target=/root/.cache/pip");
  }

  /** That of this test, without directories that this module has no files for: jshell refuses them. */
  private static String classPath() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> Files.exists(Path.of(entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  @Test
  void isFiveLinesLong() throws IOException {
    assertThat(Files.readAllLines(SCRIPT)).hasSize(6).last().isEqualTo("/exit");
  }
}
