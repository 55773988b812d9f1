package dev.drydock.impl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The language finds the knowledge, on the class path and on the module path, and says clearly where it is missing. */
class EngineTest {

  private static final String PROGRAM =
      """
      import dev.drydock.dockerfile.Dockerfile;

      class Program {
        public static void main(String[] arguments) {
          System.out.println("instructions: " + Dockerfile.parse("FROM scratch\\n").instructions().size());
        }
      }
      """;

  @TempDir Path folder;

  @Test
  void theEngineIsFoundOnTheClassPath() throws Exception {
    assertThat(run("-cp", path(api(), vavr(), vavrMatch(), jspecify(), impl()))).contains("instructions: 1");
  }

  @Test
  void theEngineIsFoundOnTheModulePath() throws Exception {
    String output =
        run("-p", path(api(), vavr(), vavrMatch(), jspecify(), impl()), "--add-modules", "dev.drydock,dev.drydock.impl");
    assertThat(output).contains("instructions: 1");
  }

  @Test
  void theEngineIsFoundOnTheModulePathWithoutBeingNamed() throws Exception {
    String output = run("-p", path(api(), vavr(), vavrMatch(), jspecify(), impl()), "--add-modules", "dev.drydock");
    assertThat(output).contains("instructions: 1");
  }

  @Test
  void withoutTheEngineTheMessageSaysWhatToDo() throws Exception {
    assertThat(run("-cp", path(api(), vavr(), vavrMatch(), jspecify())))
        .contains("java.lang.IllegalStateException: No implementation of Drydock was found")
        .contains("drydock-impl")
        .doesNotContain("ExceptionInInitializerError");
  }

  private String run(String... options) throws IOException, InterruptedException {
    Path program = Files.writeString(folder.resolve("Program.java"), PROGRAM);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(options));
    command.add(program.toString());
    Path output = folder.resolve("output");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no answer from: " + command);
    }
    return Files.readString(output, StandardCharsets.UTF_8);
  }

  private static String path(Path... entries) {
    return String.join(
        System.getProperty("path.separator"), List.of(entries).stream().map(Path::toString).toList());
  }

  private static Path api() throws URISyntaxException {
    return location(Dockerfile.class);
  }

  private static Path vavr() throws URISyntaxException {
    return location(io.vavr.collection.Vector.class);
  }

  /** What Vavr's module requires beside it. */
  private static Path vavrMatch() throws URISyntaxException, ClassNotFoundException {
    return location(Class.forName("io.vavr.match.annotation.Patterns"));
  }

  private static Path jspecify() throws URISyntaxException {
    return location(NullMarked.class);
  }

  /** The compiled knowledge without its tests: where the build puts it. */
  private static Path impl() {
    return Path.of("target", "classes").toAbsolutePath();
  }

  private static Path location(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
