package dev.drydock.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
                System.getProperty("java.class.path"),
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

  @Test
  void isFiveLinesLong() throws IOException {
    assertThat(Files.readAllLines(SCRIPT)).hasSize(6).last().isEqualTo("/exit");
  }
}
