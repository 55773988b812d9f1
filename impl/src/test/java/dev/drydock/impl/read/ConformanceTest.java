package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/** What the reader says of real Dockerfiles is what BuildKit says of them. */
class ConformanceTest {

  private static final Pattern NAMED_LINE = Pattern.compile("on line (\\d+)");

  private final Map<String, int[]> counts = new TreeMap<>();
  private final Map<String, String> differences = new LinkedHashMap<>();

  @Test
  void readsEveryDockerfileOfTheCorpusAsBuildKitDoes() throws IOException {
    compare("corpus", Corpus.dockerfiles());
  }

  @Test
  void readsEveryProbeAsBuildKitDoes() throws IOException {
    compare("probes", Corpus.probes());
  }

  @Test
  void dumpsTheTreesOfBuildKitsOwnTestFiles() throws IOException {
    for (Map.Entry<String, Path> entry : Corpus.testFiles("testfiles").entrySet()) {
      Path folder = entry.getValue();
      String source = Corpus.decode(Files.readAllBytes(folder.resolve("Dockerfile")));
      String expected = Files.readString(folder.resolve("result"), StandardCharsets.UTF_8).strip();
      check("tree", entry.getKey(), expected, TreeDump.of(source).strip());
    }
    report("buildkit-testfiles");
  }

  @Test
  void refusesBuildKitsNegativeTestFiles() throws IOException {
    Map<String, Path> folders = Corpus.testFiles("testfiles-negative");
    assertThat(folders).hasSize(4);
    for (Path folder : folders.values()) {
      String source = Corpus.decode(Files.readAllBytes(folder.resolve("Dockerfile")));
      assertThat(Description.of(source).get("problems")).as(folder.toString()).isNotEmpty();
    }
  }

  @Test
  void countsLinesAsBuildKitsLineNumberTestDoes() throws IOException {
    Path file = Corpus.folder("corpus").resolve("buildkit-testfiles/testfile-line/Dockerfile");
    List<String> lines = new ArrayList<>();
    for (JsonNode node : Description.of(Corpus.decode(Files.readAllBytes(file))).get("instructions")) {
      lines.add(node.get("start").asInt() + "-" + node.get("end").asInt());
    }
    assertThat(lines).containsExactly("5-5", "11-12", "17-31");
  }

  private void compare(String name, List<Corpus.Case> cases) {
    for (Corpus.Case one : cases) {
      ObjectNode ours = Description.of(one.text());
      JsonNode theirs = one.answer();
      boolean parses = theirs.get("parses").asBoolean();
      boolean valid = parses && theirs.get("valid").asBoolean();
      check("syntax", one.file(), theirs.path("syntax").asText(""), ours.path("syntax").asText(""));
      check("valid", one.file(), valid, ours.get("problems").isEmpty());
      if (!valid) {
        problem(one, ours.get("problems"));
      }
      if (parses) {
        check("escape", one.file(), theirs.get("escape").asText(), ours.get("escape").asText());
        instructions(one, theirs.get("instructions"), ours.get("instructions"));
      }
      if (valid) {
        check("stages", one.file(), theirs.path("stages").toString(), ours.get("stages").toString());
        check("mounts", one.file(), sorted(theirs.path("mounts")), sorted(ours.get("mounts")));
      }
    }
    report(name);
  }

  private void problem(Corpus.Case one, JsonNode problems) {
    JsonNode theirs = one.answer();
    String error = theirs.path("validError").asText(theirs.path("parseError").asText());
    Matcher named = NAMED_LINE.matcher(error);
    if (named.find() && !problems.isEmpty()) {
      check("error line", one.file(), Integer.valueOf(named.group(1)), problems.get(0).get("line").asInt());
    }
    String reason = error.replaceFirst("^dockerfile parse error on line \\d+: ", "").replaceFirst(" \\(did you.*", "");
    boolean recognised = false;
    for (JsonNode problem : problems) {
      recognised |= problem.get("message").asText().contains(reason);
    }
    check("error message", one.file(), reason, recognised ? reason : problems.toString());
  }

  private void instructions(Corpus.Case one, JsonNode theirs, JsonNode ours) {
    check("instructions", one.file(), theirs.size(), ours.size());
    for (int i = 0; i < Math.min(theirs.size(), ours.size()); i++) {
      for (String field : new String[] {"keyword", "start", "end", "flags", "json", "args", "heredocs"}) {
        check(field, one.file(), field(one, theirs.get(i), field), field(one, ours.get(i), field));
      }
    }
  }

  /** A field as text; where a file is not UTF-8, BuildKit's answers cannot show its bytes, so none are compared. */
  private static String field(Corpus.Case one, JsonNode node, String name) {
    String value = node.path(name).toString();
    return one.utf8() ? value : value.replaceAll("[^\\x00-\\x7F]", "?");
  }

  private static List<String> sorted(JsonNode mounts) {
    List<String> texts = new ArrayList<>();
    for (JsonNode mount : mounts) {
      Map<String, String> fields = new TreeMap<>();
      mount.properties().forEach(f -> fields.put(f.getKey(), f.getValue().asText()));
      texts.add(fields.toString());
    }
    return texts;
  }

  /** Counts every comparison, and keeps the first difference of each file. */
  private void check(String field, String file, @Nullable Object expected, @Nullable Object found) {
    int[] count = counts.computeIfAbsent(field, f -> new int[2]);
    if (expected == null ? found == null : expected.equals(found)) {
      count[0]++;
    } else {
      count[1]++;
      differences.putIfAbsent(
          file, file + ": " + field + "\n  BuildKit: " + expected + "\n  Drydock:  " + found);
    }
  }

  @SuppressWarnings("SystemOut")
  private void report(String name) {
    StringBuilder table = new StringBuilder(String.format("%n%s%n%-14s %8s %8s%n", name, "field", "agree", "differ"));
    counts.forEach((f, c) -> table.append(String.format("%-14s %8d %8d%n", f, c[0], c[1])));
    differences.values().forEach(d -> table.append(d).append(System.lineSeparator()));
    System.out.print(table);
    assertThat(differences.keySet()).as("files that differ from BuildKit").isEmpty();
  }
}
