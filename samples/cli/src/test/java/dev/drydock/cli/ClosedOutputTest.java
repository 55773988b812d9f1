package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reads the output, such as {@code head}, may go away at any time. */
class ClosedOutputTest {

  @TempDir Path directory;

  /** A pipe that nobody reads. */
  private static OutputStream closedPipe() {
    try {
      Pipe pipe = Pipe.open();
      pipe.source().close();
      return Channels.newOutputStream(pipe.sink());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int call(String... args) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Main.run(new Console(new ByteArrayInputStream(new byte[0]), closedPipe(), err, false, false), args);
    // A gate that fails says so on standard error, which somebody reads.
    assertThat(err.toString(StandardCharsets.UTF_8).lines()).allMatch(line -> line.startsWith("drydock: --check fails: "));
    return status;
  }

  @Test
  void itEndsQuietly() {
    new Tree(directory).file("Dockerfile", Tree.SERVICE);
    assertThat(call(directory.toString())).isEqualTo(0);
    assertThat(call("inspect", directory.toString())).isEqualTo(0);
    assertThat(call("stats", directory.toString())).isEqualTo(0);
    assertThat(call("--help")).isEqualTo(0);
  }

  @Test
  void whatIsToBeWrittenIsWrittenAllTheSame() {
    Tree tree = new Tree(directory);
    tree.file("a/Dockerfile", Tree.SERVICE);
    tree.file("b/Dockerfile", Tree.SERVICE);
    assertThat(call("--check", directory.toString())).isEqualTo(1);
    assertThat(call("--write", directory.toString())).isEqualTo(0);
    assertThat(tree.text("a/Dockerfile")).contains(Tree.MOUNT);
    assertThat(tree.text("b/Dockerfile")).contains(Tree.MOUNT);
  }
}
