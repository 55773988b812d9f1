package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is read of the Dockerfiles that were written for the tests: where each instruction begins and ends, its flags,
 * arguments and heredocs. The lists beside the files have the form of BuildKit's answers. They are not recorded from
 * BuildKit, but were checked line by line against the rules of its {@code parser.go}, {@code split_command.go} and
 * {@code directives.go}; {@link ConformanceTest} compares with what BuildKit itself said.
 */
class OwnFilesReadingTest {

  private static final String SUFFIX = ".instructions";

  static Stream<String> files() throws IOException {
    try (Stream<Path> paths = Files.list(OwnFiles.folder())) {
      return paths.map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(SUFFIX))
          .map(name -> name.replace(SUFFIX, ""))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachInstructionIsReadAsItsListSays(String file) throws IOException {
    JsonNode read = describe(file);
    List<String> instructions = new ArrayList<>();
    read.get("instructions").forEach(instruction -> instructions.add(instruction.toString()));
    assertThat(instructions)
        .containsExactlyElementsOf(Files.readAllLines(OwnFiles.folder().resolve(file + SUFFIX), StandardCharsets.UTF_8));
    assertThat(read.get("problems")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "buoy-mark, docker/dockerfile:1", "yard-directives, docker/dockerfile:1.10", "galley-mounted, docker/dockerfile:1.4", "keel-returns, ''"
  })
  void theFrontendIsTheOneOfTheFirstDirectives(String file, String syntax) throws IOException {
    assertThat(describe(file).path("syntax").asText("")).isEqualTo(syntax);
  }

  @ParameterizedTest
  @CsvSource({"wreck-refused, 4, unknown-instruction", "rigging-template, 2, from-arguments"})
  void whatBuildKitRefusesHasAProblemAtItsFirstLine(String file, int line, String kind) throws IOException {
    JsonNode first = describe(file).get("problems").get(0);
    assertThat(first.get("line").asInt()).isEqualTo(line);
    assertThat(first.get("kind").asText()).isEqualTo(kind);
  }

  @Test
  void allOthersHaveNone() throws IOException {
    for (String file : OwnFiles.all().keySet()) {
      boolean refused = List.of("wreck-refused", "rigging-template").contains(file);
      assertThat(describe(file).get("problems").isEmpty()).as(file).isNotEqualTo(refused);
    }
  }

  private static JsonNode describe(String file) throws IOException {
    Map<String, byte[]> files = OwnFiles.all();
    assertThat(files).containsKey(file);
    return Description.of(Corpus.decode(files.getOrDefault(file, new byte[0])));
  }
}
