package dev.drydock.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seven sample services: what the command makes of each, to the letter. */
class SampleServicesTest {

  private static final Path SERVICES = Path.of("..", "services");

  static Stream<Path> dockerfiles() throws IOException {
    try (Stream<Path> files = Files.list(SERVICES.resolve("docker"))) {
      return files.sorted().toList().stream();
    }
  }

  private static byte[] expected(String name) {
    try (InputStream resource =
        Objects.requireNonNull(SampleServicesTest.class.getResourceAsStream("refitted/" + name), name)) {
      return resource.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertGives(Path file, String expected, String... options) throws IOException {
    String[] arguments = Stream.concat(Stream.of(options), Stream.of("-")).toArray(String[]::new);
    byte[] once = Called.withInput(Files.readAllBytes(file), (Object[]) arguments).exits(0).bytes();
    assertThat(new String(once, UTF_8))
        .isEqualTo(new String(expected(expected), UTF_8));
    assertThat(Called.withInput(once, (Object[]) arguments).exits(0).bytes()).as("a second time").isEqualTo(once);
  }

  @ParameterizedTest
  @MethodSource("dockerfiles")
  void theMainJobRefitsThem(Path file) throws IOException {
    assertGives(file, file.getFileName().toString());
  }

  @ParameterizedTest
  @MethodSource("dockerfiles")
  void namedTransformsWriteWhatDockersDocumentationHas(Path file) throws IOException {
    assertGives(
        file, "documented/" + file.getFileName(), "--transforms", "addSyntax,keepAptCache,mountCache");
  }

  @Test
  void thereAreSevenAndAllOfThemChange() {
    Called.with(SERVICES.toString()).exits(0).says("7 Dockerfiles: 7 to refit");
    Called.with("--check", SERVICES.toString()).exits(1);
  }
}
