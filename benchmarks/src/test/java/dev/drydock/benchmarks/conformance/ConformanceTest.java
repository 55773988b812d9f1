package dev.drydock.benchmarks.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Drydock's exported views say of Dockerfiles is, field by field, what BuildKit says of them. */
class ConformanceTest {

  private static final Pattern NAMED_LINE = Pattern.compile("on line (\\d+)");
  private static final List<String> INSTRUCTION_FIELDS =
      List.of("keyword", "start", "end", "flags", "json", "args", "heredocs");

  private final Table table = new Table("Drydock");

  @TempDir Path directory;

  @Test
  void ofTheCorpus() throws IOException {
    compare("corpus", Answers.ofCorpus(directory), 4051);
  }

  @Test
  void ofTheProbes() throws IOException {
    compare("probes", Answers.ofProbes(), 74);
  }

  @Test
  void ofBuildKitsOwnTestFiles() throws IOException {
    for (Path folder : Answers.testFiles("testfiles")) {
      table.file();
      String expected = Files.readString(folder.resolve("result"), StandardCharsets.UTF_8).strip();
      table.check("tree", folder.getFileName().toString(), expected, TreeDump.of(row(folder)).strip());
    }
    for (Path folder : Answers.testFiles("testfiles-negative")) {
      table.file();
      table.check("refused", folder.getFileName().toString(), true, !row(folder).get("problems").isEmpty());
    }
    table.file();
    List<String> lines = new ArrayList<>();
    for (JsonNode node : row(Answers.folder("corpus").resolve("buildkit-testfiles/testfile-line")).get("instructions")) {
      lines.add(node.get("start").asInt() + "-" + node.get("end").asInt());
    }
    table.check("lines", "testfile-line", List.of("5-5", "11-12", "17-31"), lines);
    report("BuildKit's own test files", 33 + 4 + 1);
  }

  private static JsonNode row(Path folder) throws IOException {
    return Inspected.rows(folder, List.of("Dockerfile")).values().iterator().next();
  }

  private void compare(String name, Answers answers, int files) throws IOException {
    Map<String, JsonNode> rows = Inspected.rows(answers.base(), answers.byFile().keySet());
    answers.byFile().forEach((file, theirs) -> compare(file, theirs, rows.getOrDefault(file, MissingNode.getInstance())));
    report(name, files);
  }

  private void compare(String file, JsonNode theirs, JsonNode ours) {
    table.file();
    boolean parses = theirs.get("parses").asBoolean();
    boolean valid = parses && theirs.get("valid").asBoolean();
    table.check("syntax", file, theirs.path("syntax").asText(), ours.path("syntax").asText());
    table.check("valid", file, valid, ours.path("problems").isEmpty());
    if (!valid) {
      problem(file, theirs, ours.path("problems"));
    }
    if (parses) {
      table.check("escape", file, theirs.get("escape"), ours.get("escape"));
      instructions(file, theirs, ours.path("instructions"));
    }
    if (valid) {
      table.check("stages", file, list(theirs, "stages"), list(ours, "stages"));
      table.check("mounts", file, list(theirs, "mounts"), list(ours, "mounts"));
    }
  }

  private void instructions(String file, JsonNode theirs, JsonNode ours) {
    JsonNode expected = theirs.get("instructions");
    table.check("instructions", file, expected.size(), ours.size());
    boolean shown = Answers.shown(theirs);
    for (int i = 0; i < Math.min(expected.size(), ours.size()); i++) {
      for (String field : INSTRUCTION_FIELDS) {
        table.check(field, file, text(expected.get(i), field, shown), text(ours.get(i), field, shown));
      }
    }
  }

  /** A byte that is not UTF-8 is one that BuildKit's answers cannot show, so none but ASCII is compared beside one. */
  private static String text(JsonNode node, String field, boolean shown) {
    String text = node.path(field).toString();
    return shown ? text : text.replaceAll("[^\\x00-\\x7F]", "?");
  }

  /** An absent list is an empty one. */
  private static JsonNode list(JsonNode node, String field) {
    return node.path(field).isMissingNode() ? JsonNodeFactory.instance.arrayNode() : node.get(field);
  }

  private void problem(String file, JsonNode theirs, JsonNode problems) {
    String error = theirs.path("validError").asText(theirs.path("parseError").asText());
    Matcher named = NAMED_LINE.matcher(error);
    if (named.find()) {
      table.check("error line", file, Integer.valueOf(named.group(1)), problems.path(0).path("line").asInt());
    }
    String reason = error.replaceFirst("^dockerfile parse error on line \\d+: ", "").replaceFirst(" \\(did you.*", "");
    boolean said = false;
    for (JsonNode problem : problems) {
      said |= problem.get("message").asText().contains(reason);
    }
    table.check("error message", file, reason, said ? reason : problems.toString());
  }

  @SuppressWarnings("SystemOut")
  private void report(String name, int files) {
    System.out.print(table.counts(name));
    table.differences().values().forEach(System.out::println);
    assertThat(table.files()).isEqualTo(files);
    assertThat(table.differences().keySet()).as("files that differ from BuildKit").isEmpty();
  }
}
