package dev.drydock.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionsTest {

  @TempDir Path directory;
  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void tree() {
    tree = new Tree(directory);
    tree.file("a/Dockerfile", Tree.SERVICE);
    tree.file("b/Dockerfile", Tree.SERVICE);
    tree.file("c/Dockerfile", Tree.SERVICE);
  }

  private Called answered(String answers) {
    return Called.withInput(answers.getBytes(UTF_8), "--interactive", directory).exits(0);
  }

  private boolean written(String name) {
    return tree.text(name + "/Dockerfile").contains(Tree.MOUNT);
  }

  @Test
  void whatIsAnsweredWithYesIsWritten() {
    answered("n\nperhaps\ny\nq\n").says("+" + Tree.MOUNT, "Write " + directory.resolve("a/Dockerfile") + "?", "one of these letters");
    assertThat(written("a")).isFalse();
    assertThat(written("b")).isTrue();
    assertThat(written("c")).isFalse();
  }

  @Test
  void allIsAllFromThere() {
    answered("n\na\n").says("2 rewritten");
    assertThat(written("a")).isFalse();
    assertThat(written("c")).isTrue();
  }

  @Test
  void eachChangeMayBeChosen() {
    answered("c\nn\ny\nn\nn\nq\n").says("[add-syntax/added]", "[mount-cache/pip/mounted]");
    assertThat(tree.text("a/Dockerfile")).contains(Tree.MOUNT).doesNotContain("syntax=");
    assertThat(written("b")).isFalse();
  }

  @Test
  void whatIsEditedWhileTheQuestionStandsIsNotOverwritten() {
    Path file = directory.resolve("a/Dockerfile");
    InputStream editor =
        new ByteArrayInputStream("y\n".getBytes(UTF_8)) {
          @Override
          public synchronized int read() {
            tree.file("a/Dockerfile", Tree.SERVICE + "# edited\n");
            return super.read();
          }

          @Override
          public synchronized int read(byte[] into, int from, int length) {
            throw new UnsupportedOperationException("answers are read one by one");
          }
        };
    Called.withInput(editor, "--interactive", file)
        .exits(2)
        .warns("cannot write " + file + ": it has changed since it was read; nothing was written");
    assertThat(tree.text("a/Dockerfile")).isEqualTo(Tree.SERVICE + "# edited\n");
    Called.with("--undo", file).exits(2).warns("there is nothing to take back");
  }

  @Test
  void theEndOfTheInputEndsIt() {
    answered("");
    assertThat(written("a")).isFalse();
  }
}
