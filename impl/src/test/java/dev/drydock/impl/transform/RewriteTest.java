package dev.drydock.impl.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.laws.generator.DockerfileArbitraries;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.TextEdit;
import dev.drydock.transform.Transforms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rewrite gives out: text edits, a way back, a diff. */
class RewriteTest {

  private static final String BEFORE = "FROM python:3.12-slim\nRUN pip install x\nCMD a";

  @TempDir Path folder;

  @Test
  void textEditsAreAsSmallAsTheChange() {
    Rewrite rewrite = Transforms.addSyntax().apply(Dockerfile.parse(BEFORE));
    assertThat(rewrite.edits()).hasSize(1);
    TextEdit edit = rewrite.edits().head();
    assertThat(edit.start()).isEqualTo(edit.end()).isZero();
    assertThat(edit.replacement()).isEqualTo("# syntax=docker/dockerfile:1\n");
  }

  @Test
  void undoingTwiceIsTheRewriteAgain() {
    Rewrite rewrite = Transforms.pythonCaching().apply(Dockerfile.parse(BEFORE));
    assertThat(rewrite.undo().after().text()).isEqualTo(BEFORE);
    assertThat(rewrite.undo().undo().after()).isEqualTo(rewrite.after());
  }

  @Test
  void theDiffShowsTheLineThatLacksItsEnd() {
    Rewrite rewrite =
        Rewrite.of(Dockerfile.parse("FROM a\nCMD b"), Dockerfile.parse("FROM a\nCMD c"));
    assertThat(rewrite.diff("services/api.Dockerfile"))
        .isEqualTo(
            """
            --- a/services/api.Dockerfile
            +++ b/services/api.Dockerfile
            @@ -1,2 +1,2 @@
             FROM a
            -CMD b
            \\ No newline at end of file
            +CMD c
            \\ No newline at end of file
            """);
  }

  @Test
  void patchMakesTheFileAfterFromTheDiff() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/patch")), "Skipped: there is no patch command.");
    int changed = 0;
    for (String text : DockerfileArbitraries.sample(40, 7)) {
      for (String before : new String[] {text, text.replace("\n", "\r\n"), text.substring(0, text.length() - 1)}) {
        Rewrite rewrite = Transforms.pythonCaching().apply(Dockerfile.parse(before));
        if (rewrite.changed()) {
          changed++;
          assertThat(patched(before, rewrite.diff())).isEqualTo(rewrite.after().text());
        }
      }
    }
    assertThat(changed).isGreaterThan(20);
  }

  private String patched(String before, String diff) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("Dockerfile"), before);
    Path patch = Files.writeString(folder.resolve("diff"), diff);
    Process process =
        new ProcessBuilder("/usr/bin/patch", "-p1", "--binary", "--no-backup-if-mismatch", "-s", "-i", patch.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return Files.readString(file);
  }
}
