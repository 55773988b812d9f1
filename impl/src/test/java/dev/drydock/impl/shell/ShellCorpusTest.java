package dev.drydock.impl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.drydock.impl.read.Corpus;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Reads what real Dockerfiles run, as BuildKit joins it. */
class ShellCorpusTest {

  /** Of 11,524 scripts bash refuses 421, templates mostly; the rest is understood but for what only running tells. */
  private static final double UNDERSTOOD = 0.95;

  private static List<String> scripts() throws IOException {
    Path answers = Corpus.folder("corpus").resolve("buildkit-answers.jsonl.gz");
    List<String> scripts = new ArrayList<>();
    ObjectMapper json = new ObjectMapper();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(answers)), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        json.readTree(line).path("instructions").forEach(instruction -> add(instruction, scripts));
      }
    }
    return scripts;
  }

  private static void add(JsonNode instruction, List<String> scripts) {
    boolean shellForm = !instruction.path("json").asBoolean() && instruction.path("args").has(0);
    if (shellForm && instruction.path("keyword").asText().equalsIgnoreCase("RUN")) {
      StringBuilder script = new StringBuilder(instruction.path("args").get(0).asText());
      for (JsonNode heredoc : instruction.path("heredocs")) {
        script.append('\n').append(heredoc.path("content").asText()).append(heredoc.path("name").asText());
      }
      scripts.add(script.toString());
    }
  }

  @Test
  void nearlyAllScriptsAreUnderstood() throws IOException {
    List<String> scripts = scripts();
    long understood = scripts.stream().filter(script -> ShellScript.parse(script).complete()).count();
    assertThat((double) understood / scripts.size()).isGreaterThan(UNDERSTOOD);
  }

  @Test
  void everyCommandCanBeFoundInItsScriptAndRemovedOrNot() throws IOException {
    for (String text : scripts()) {
      ShellScript script = ShellScript.parse(text);
      for (SimpleCommand command : script.commands()) {
        assertThat(command.span().end()).isLessThanOrEqualTo(text.length());
        for (String left : script.textWithout(text, command)) {
          boolean whole = ShellScript.parse(left).complete();
          assertThat(whole || !script.complete()).as("%s%n=> %s", text, left).isTrue();
        }
      }
    }
  }
}
