package dev.drydock.impl.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.peers.Check.Harm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs over trees, with a shell script in the place of one. */
class RewriterTest {

  /** Refuses the first file with REFUSED in it, and then rewrites none, as tally does. */
  private static final String SCRIPT =
      "for file; do if grep -q REFUSED $file; then echo \"Error: failed to lint $file: no\"; exit 3; fi; done;"
          + "for file; do echo 'RUN if b' >> $file; done";

  private static Rewriter rewriter(String script) {
    return new Rewriter("sh", "sh", Command.of("sh", "-c", script, "sh"), true);
  }

  private static Tree tree(Path folder, String... texts) {
    return Tree.of(folder, List.of(texts).stream().map(Dockerfile::parse).toList());
  }

  @Test
  void whatIsRefusedIsLeftOutAndTheRestRewritten(@TempDir Path folder) {
    Tree tree = tree(folder.resolve("a"), "FROM a\n", "FROM REFUSED\n", "FROM b\n");
    assertThat(rewriter(SCRIPT).rewrite(tree)).containsOnlyKeys("0002").containsValue("no");
    assertThat(tree.read().values()).extracting(Dockerfile::text).containsExactly("FROM a\nRUN if b\n", "FROM REFUSED\n", "FROM b\nRUN if b\n");
  }

  @Test
  void aProgramThatFailsOtherwiseIsAnError(@TempDir Path folder) {
    Tree tree = tree(folder.resolve("a"), "FROM a\n");
    assertThatThrownBy(() -> rewriter("echo broken; exit 1").rewrite(tree)).hasMessageContaining("broken");
  }

  @Test
  void aVerdictCountsFilesByCheckAndByHarm(@TempDir Path folder) {
    Tree before = tree(folder.resolve("a"), "FROM a\nRUN b\n", "FROM a\nRUN pip install c\n", "FROM a\n");
    Tree after = tree(folder.resolve("b"), "FROM a\nRUN if b\n", "FROM a\nRUN --mount=type=cache,target=/root/.cache/pip pip install c\n", "FROM a\n");
    Verdict verdict = Verdict.of(before.read(), after.read());
    assertThat(verdict.changed()).isEqualTo(2);
    assertThat(verdict.mounts()).isEqualTo(1);
    assertThat(verdict.files(Verdict.BASH)).containsExactly("0001");
    assertThat(verdict.files(Harm.DAMAGED)).containsExactly("0001");
    assertThat(verdict.files(Harm.OF_LESS_USE)).isEmpty();
  }

  @Test
  void aProcessIsTimedWithThoseThatItStarts() {
    Command.Time time = Command.of("sh", "-c", "i=0; while [ $i -lt 20000 ]; do i=$((i + 1)); done").time();
    assertThat(time.cpu()).isPositive();
    assertThat(time.wall()).isPositive();
  }
}
