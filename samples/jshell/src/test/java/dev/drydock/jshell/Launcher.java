package dev.drydock.jshell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs {@code samples/jshell/drydock} on the classes of this build. */
final class Launcher {

  private Launcher() {}

  /** What it prints in this directory, given these arguments and then these lines to read. */
  static String run(Path directory, String classPath, String input, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Path.of("drydock").toAbsolutePath().toString()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).directory(directory.toFile());
    builder.environment().put("DRYDOCK_CLASS_PATH", classPath);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process jshell = builder.start();
    jshell.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    jshell.getOutputStream().close();
    String said = new String(jshell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(jshell.waitFor()).as(said).isZero();
    return said;
  }

  /** The classes of this build, and what they need. */
  static String classPath() {
    return System.getProperty("java.class.path");
  }
}
