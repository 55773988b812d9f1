package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code inspect} says of real Dockerfiles is, field by field, what BuildKit says of them. */
class InspectConformanceTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path directory;
  private final List<String> differences = new ArrayList<>();

  private static Path folder(String property) {
    String value = System.getProperty(property, "");
    assumeThat(value).as("the system property '" + property + "' names no folder").isNotEmpty();
    return Path.of(value);
  }

  @Test
  void ofTheCorpus() throws IOException {
    Path corpus = folder("corpus");
    try (TarArchiveInputStream tar = new TarArchiveInputStream(unzipped(corpus.resolve("dockerfiles.tar.gz")))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        int inside = entry.getName().indexOf("dockerfiles/");
        if (entry.isFile() && inside >= 0) {
          String name = entry.getName().substring(inside + "dockerfiles/".length());
          new Tree(directory).file(name, tar.readAllBytes());
        }
      }
    }
    try (InputStream answers = unzipped(corpus.resolve("buildkit-answers.jsonl.gz"))) {
      compare(directory, answers, 4051);
    }
  }

  @Test
  void ofTheProbes() throws IOException {
    Path probes = folder("probes");
    try (InputStream answers = Files.newInputStream(probes.resolve("buildkit-answers.jsonl"))) {
      compare(probes, answers, 73);
    }
  }

  private static InputStream unzipped(Path file) throws IOException {
    return new GZIPInputStream(Files.newInputStream(file));
  }

  private void compare(Path base, InputStream answers, int expected) throws IOException {
    List<JsonNode> theirs = new ArrayList<>();
    List<Object> args = new ArrayList<>(List.of("inspect"));
    for (String line : new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8)).lines().toList()) {
      theirs.add(JSON.readTree(line));
      args.add(base.resolve(theirs.get(theirs.size() - 1).get("file").asText()));
    }
    Map<String, JsonNode> ours = new HashMap<>();
    for (String line : Called.with(args.toArray()).exits(0).out().lines().toList()) {
      JsonNode row = JSON.readTree(line);
      ours.put(base.relativize(Path.of(row.get("file").asText())).toString(), row);
    }
    assertThat(ours).hasSize(expected);
    for (JsonNode answer : theirs) {
      compare(answer, ours.getOrDefault(answer.get("file").asText(), MissingNode.getInstance()));
    }
    assertThat(differences).isEmpty();
  }

  private void compare(JsonNode theirs, JsonNode ours) {
    boolean parses = theirs.get("parses").asBoolean();
    boolean valid = parses && theirs.get("valid").asBoolean();
    check("syntax", theirs, ours);
    if (valid != ours.path("problems").isEmpty()) {
      differences.add(theirs.get("file") + ": valid");
    }
    if (parses) {
      check("escape", theirs, ours);
      check("instructions", theirs, ours);
    }
    if (valid) {
      check("stages", theirs, ours);
      check("mounts", theirs, ours);
    }
  }

  /** An empty list is as good as none; a byte that is not UTF-8 is one that BuildKit's answers cannot show. */
  private void check(String field, JsonNode theirs, JsonNode ours) {
    JsonNode expected = theirs.path(field);
    JsonNode found = ours.path(field);
    boolean same = expected.equals(found) || (expected.isMissingNode() && found.isArray() && found.isEmpty());
    if (!same && !expected.toString().contains("\ufffd")) {
      differences.add(theirs.get("file") + " " + field + "\n  BuildKit: " + expected + "\n  Drydock:  " + found);
    }
  }
}
