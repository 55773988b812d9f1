package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Output that cannot be written is a failure, unless its reader went away. */
class FullOutputTest {

  private static final File FULL = new File("/dev/full");

  @TempDir Path directory;

  /** A disk without space. */
  private static final class Full extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @Test
  void eachCommandSaysThatItsOutputIsLost() {
    new Tree(directory).file("Dockerfile", Tree.SERVICE);
    saysThatItsOutputIsLost("-");
    saysThatItsOutputIsLost("--quiet", "-");
    saysThatItsOutputIsLost(directory.toString());
    saysThatItsOutputIsLost("--check", directory.toString());
    saysThatItsOutputIsLost("inspect", directory.toString());
    saysThatItsOutputIsLost("stats", directory.toString());
    saysThatItsOutputIsLost("--help");
    saysThatItsOutputIsLost("--version");
  }

  private static void saysThatItsOutputIsLost(String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    assertThat(Main.run(console(new Full(), err), args)).as("%s", List.of(args)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .containsOnlyOnce("drydock: cannot write standard output: No space left on device\n");
  }

  @Test
  void theFilesAreWrittenAllTheSame() {
    Tree tree = new Tree(directory);
    tree.file("a/Dockerfile", Tree.SERVICE);
    tree.file("b/Dockerfile", Tree.SERVICE);
    saysThatItsOutputIsLost("--write", directory.toString());
    assertThat(tree.text("a/Dockerfile")).contains(Tree.MOUNT);
    assertThat(tree.text("b/Dockerfile")).contains(Tree.MOUNT);
  }

  @Test
  void reasonsThatCannotBeWrittenAreAFailure() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(Main.run(console(out, new Full()), "-")).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(Tree.MOUNT);
  }

  @Test
  void theProcessSaysThatADiskIsFull() throws IOException, InterruptedException {
    assumeTrue(FULL.exists(), "the system has no /dev/full");
    Path file = new Tree(directory).file("Dockerfile", Tree.SERVICE);
    for (List<String> args :
        List.of(List.of("-"), List.of(file.toString()), List.of("inspect", file.toString()), List.of("stats", "-"))) {
      Path err = directory.resolve("err");
      Process process =
          process(args, Map.of())
              .redirectInput(file.toFile())
              .redirectOutput(FULL)
              .redirectError(err.toFile())
              .start();
      assertThat(ended(process)).as("%s", args).isEqualTo(2);
      assertThat(Files.readString(err)).as("%s", args).contains("drydock: cannot write standard output: ");
    }
  }

  @Test
  void theProcessFailsWhereItCannotSayTheReasons() throws IOException, InterruptedException {
    assumeTrue(FULL.exists(), "the system has no /dev/full");
    Path file = new Tree(directory).file("Dockerfile", Tree.SERVICE);
    Process process =
        process(List.of("-"), Map.of())
            .redirectInput(file.toFile())
            .redirectOutput(directory.resolve("out").toFile())
            .redirectError(FULL)
            .start();
    assertThat(ended(process)).isEqualTo(2);
    assertThat(directory.resolve("out")).content().contains(Tree.MOUNT);
  }

  /** In any language: the system's message for a closed pipe is a translated one. */
  @Test
  void theProcessForgivesAClosedPipe() throws IOException, InterruptedException {
    for (Map<String, String> language :
        List.of(Map.of("LC_ALL", "C"), Map.of("LC_ALL", "C.UTF-8", "LANGUAGE", "fr"))) {
      for (List<String> args : List.of(List.of("-"), List.of("inspect", "-"), List.of("stats", "-"))) {
        Path err = directory.resolve("err");
        Process process = process(args, language).redirectError(err.toFile()).start();
        // Nobody reads from here on; the process still waits for its input.
        process.getInputStream().close();
        try (OutputStream in = process.getOutputStream()) {
          in.write(Tree.SERVICE.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(ended(process)).as("%s %s", args, language).isEqualTo(0);
        assertThat(err).content().as("%s %s", args, language).doesNotContain("cannot write");
      }
    }
  }

  private static Console console(OutputStream out, OutputStream err) {
    return new Console(
        new ByteArrayInputStream(Tree.SERVICE.getBytes(StandardCharsets.UTF_8)), out, err, false, false);
  }

  private static ProcessBuilder process(List<String> args, Map<String, String> environment) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(args);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder;
  }

  private static int ended(Process process) throws InterruptedException {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
