package dev.drydock.impl.shell;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An independent reader of shell text: shfmt of the project mvdan/sh, which gives its syntax tree as JSON.
 *
 * <p>A test that needs it is skipped where it is not installed, and fails where the system property {@code shfmt} is
 * {@code required}.
 */
final class Shfmt {

  private Shfmt() {}

  /** Skips the test, or fails it, where there is no shfmt. */
  static void assumeInstalled() throws InterruptedException {
    boolean installed;
    try {
      installed = new ProcessBuilder("shfmt", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      installed = false;
    }
    if (!installed && System.getProperty("shfmt", "").equals("required")) {
      throw new AssertionError("The system property 'shfmt' says that it is required, and it is not installed.");
    }
    assumeTrue(installed, "Skipped: shfmt is not installed (Debian's package shfmt).");
  }

  /** For each of the texts, its simple commands in text order; nothing where shfmt refuses it as bash. */
  static List<Optional<List<PeerCommand>>> commands(List<String> texts, Path folder)
      throws IOException, InterruptedException {
    for (int i = 0; i < texts.size(); i++) {
      Files.writeString(folder.resolve(String.valueOf(i)), texts.get(i), StandardCharsets.UTF_8);
    }
    Process shfmt =
        new ProcessBuilder(
                "sh",
                "-c",
                "i=0; while [ $i -lt $1 ]; do shfmt -ln bash --to-json <$i || echo null; i=$((i + 1)); done",
                "sh",
                String.valueOf(texts.size()))
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<Optional<List<PeerCommand>>> all = new ArrayList<>();
    try (MappingIterator<JsonNode> trees =
        new ObjectMapper().readerFor(JsonNode.class).readValues(shfmt.getInputStream())) {
      for (String text : texts) {
        JsonNode tree = trees.nextValue();
        all.add(tree == null || tree.isNull() ? Optional.empty() : Optional.of(ShfmtTree.commands(tree, text)));
      }
    }
    shfmt.waitFor();
    return all;
  }
}
