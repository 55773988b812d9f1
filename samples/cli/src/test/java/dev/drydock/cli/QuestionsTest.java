package dev.drydock.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.fleet.FleetFile;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
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
  void ofTwoChangesWithEqualNotesOneMayBeChosen() {
    Transform verbose = Transform.eachCommand("pip", call -> call.insertAfter("install", "-v").because("acme/verbose", "pip", "it is"));
    Rewrite rewrite = verbose.apply(Dockerfile.parse("FROM python\nRUN pip install a && pip install a\n"));
    assertThat(rewrite.notes().distinct()).hasSize(1);
    assertThat(chosen(rewrite, "c\nn\ny\n")).endsWith("RUN pip install a && pip install -v a\n");
    assertThat(chosen(rewrite, "c\ny\nn\n")).endsWith("RUN pip install -v a && pip install a\n");
    assertThat(chosen(rewrite, "c\nn\nn\n")).isEqualTo(rewrite.before().text());
    assertThat(chosen(rewrite, "c\ny\ny\n")).isEqualTo(rewrite.after().text());
  }

  private static String chosen(Rewrite rewrite, String answers) {
    OutputStream nowhere = OutputStream.nullOutputStream();
    Console console = new Console(new ByteArrayInputStream(answers.getBytes(UTF_8)), nowhere, nowhere, false, false);
    Path path = Path.of("Dockerfile");
    return new Questions(console).choose(new FleetFile(path, path), rewrite).after().text();
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
