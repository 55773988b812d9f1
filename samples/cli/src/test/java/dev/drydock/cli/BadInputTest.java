package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadInputTest {

  @TempDir Path directory;
  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void tree() {
    tree = new Tree(directory);
  }

  @Test
  void ofTwoPathsOfWhichOneIsMissingTheOtherIsDone() {
    tree.file("Dockerfile", Tree.SERVICE);
    Path nowhere = directory.resolve("nowhere");
    Called.with("--write", nowhere, directory).exits(2).warns("drydock: cannot read " + nowhere + ": no such file\n");
    assertThat(tree.text("Dockerfile")).contains(Tree.MOUNT);
  }

  @Test
  void anEmptyPathIsNotThisDirectory() {
    Called.with("--write", "").exits(2).warns("an empty path");
  }

  @Test
  void aDirectoryWithoutDockerfilesIsSaidAndIsNoFailure() {
    assertThat(Called.with(directory).exits(0).warns("no Dockerfiles below " + directory).out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing but a comment\n", "\r\n# \r\n"})
  void aFileWithoutInstructionsIsLeftAsItIs(String text) {
    Path file = tree.file("Dockerfile", text);
    Called.with("--write", file).exits(0).warnsOfNothing().says("BuildKit would refuse");
    assertThat(tree.text("Dockerfile")).isEqualTo(text);
  }

  @Test
  void aFileWithoutFromIsLeftAsItIs() {
    Path file = tree.file("Dockerfile", "RUN pip install flask\n");
    Called.with("--write", "--list", file).exits(0).says(file + ":1:", ": warning [");
    assertThat(tree.text("Dockerfile")).isEqualTo("RUN pip install flask\n");
  }

  @Test
  void anUnknownInstructionIsShownWithLineAndColumn() {
    Path file = tree.file("Dockerfile", "FROM scratch\nFETCH x\n");
    Called.with("--list", file).exits(0).says(file + ":2:1: warning [unknown-instruction]", "FETCH");
  }

  @Test
  void anUnterminatedHeredocIsShownWithItsLine() {
    Path file = tree.file("Dockerfile", "FROM python:3.12\nRUN <<EOF\npip install flask\n");
    Called.with("--write", "--list", file).exits(0).says(file + ":2:", ": warning [", "EOF");
    assertThat(tree.text("Dockerfile")).endsWith("RUN <<EOF\npip install flask\n");
  }

  @Test
  void binaryGarbageStaysByteForByte() throws IOException {
    byte[] garbage = new byte[100_000];
    new Random(1).nextBytes(garbage);
    Path file = tree.file("Dockerfile", garbage);
    assertThat(Called.with("--write", "--list", file).exits(0).out().lines()).hasSizeLessThan(10);
    assertThat(Files.readAllBytes(file)).isEqualTo(garbage);
    Called.with("inspect", file).exits(0);
  }

  @Test
  void tenMegabytesAreDone() {
    Path file = tree.file("Dockerfile", Tree.SERVICE + ("RUN echo " + "0123456789".repeat(100) + "\n").repeat(10_000));
    Called.with("--write", file).exits(0).says("1 rewritten");
    assertThat(tree.text("Dockerfile")).contains(Tree.MOUNT);
    Called.with("--check", file).exits(0);
  }

  @Test
  void whatMayNotBeReadIsSaid() throws IOException {
    Path file = tree.file("Dockerfile", Tree.SERVICE);
    Path other = tree.file("other/Dockerfile", Tree.SERVICE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    assumeThat(Files.isReadable(file)).as("root may read anything").isFalse();
    Called.with(file, other).exits(2).warns("cannot read " + file + ": permission denied").says("1 to refit");
    Called.with("inspect", file).exits(2).says("\"error\":\"cannot read");
  }

  @Test
  void aReadOnlyFileStaysAndTheOthersAreWritten() throws IOException {
    Path file = tree.file("a/Dockerfile", Tree.SERVICE);
    tree.file("b/Dockerfile", Tree.SERVICE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    Called.with("--write", directory).exits(2).warns("cannot write " + file + ": the file is read-only");
    assertThat(tree.text("a/Dockerfile")).isEqualTo(Tree.SERVICE);
    assertThat(tree.text("b/Dockerfile")).contains(Tree.MOUNT);
  }

  @Test
  void aLinkStaysALinkAndWhatItLeadsToIsWritten() throws IOException {
    Path file = tree.file("real.txt", Tree.SERVICE);
    Path link = Files.createSymbolicLink(directory.resolve("Dockerfile"), file);
    Called.with("--write", link).exits(0);
    assertThat(link).isSymbolicLink();
    assertThat(tree.text("real.txt")).contains(Tree.MOUNT);
  }

  @Test
  void aLinkToNothingIsSaidAndFailsOnlyWhereItIsNamed() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("Dockerfile"), directory.resolve("gone"));
    Called.with(directory).exits(0).says("  it is a link that leads nowhere\n       " + link);
    Called.with(link).exits(2).warns("cannot read " + link + ": no such file");
  }

  @Test
  void aLinkThatLeadsOutOfTheTreeIsNotFollowed() throws IOException {
    Path file = tree.file("outside/real.txt", Tree.SERVICE);
    Files.createDirectories(directory.resolve("tree"));
    Path link = Files.createSymbolicLink(directory.resolve("tree/Dockerfile"), file);
    Called.with("--write", directory.resolve("tree")).exits(0).says("  it is a link to ", "outside of", "\n       " + link + "\n");
    assertThat(tree.text("outside/real.txt")).isEqualTo(Tree.SERVICE);
    Called.with("--write", link).exits(0);
    assertThat(tree.text("outside/real.txt")).contains(Tree.MOUNT);
  }

  @Test
  void aFileWithOtherNamesIsWrittenAndTheyAreSaid() throws IOException {
    Path file = tree.file("Dockerfile", Tree.SERVICE);
    Files.createLink(directory.resolve("other"), file);
    Called.with("--write", file).exits(0).warns(file + " had 2 names (hard links)");
    assertThat(tree.text("other")).isEqualTo(Tree.SERVICE);
  }

  @Test
  void aNameMayBeAsLongAsTheSystemTakesIt() {
    Path file = tree.file("a".repeat(240) + ".Dockerfile", Tree.SERVICE);
    Called.with("--write", file).exits(0).warnsOfNothing();
    assertThat(tree.text(file.getFileName().toString())).contains(Tree.MOUNT);
  }

  @Test
  void permissionsSurviveAWrite() throws IOException {
    Path file = tree.file("Dockerfile", Tree.SERVICE);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
    Called.with("--write", file).exits(0);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rwxr-x--x");
    try (var entries = Files.list(directory)) {
      assertThat(entries).containsExactly(file);
    }
  }

  @Test
  void extendedAttributesSurviveAWrite() throws IOException {
    Path file = tree.file("Dockerfile", Tree.SERVICE);
    assumeThat(Files.getFileStore(file).supportsFileAttributeView("user")).as("the file system has them").isTrue();
    attributes(file).write("origin", ByteBuffer.wrap(new byte[] {1, 2, 3}));
    attributes(file).write("empty", ByteBuffer.allocate(0));
    Called.with("--write", file).exits(0).warnsOfNothing().says("1 rewritten");
    assertThat(attributes(file).list()).contains("origin", "empty");
    ByteBuffer origin = ByteBuffer.allocate(attributes(file).size("origin"));
    attributes(file).read("origin", origin);
    assertThat(origin.array()).containsExactly(1, 2, 3);
  }

  private static UserDefinedFileAttributeView attributes(Path file) {
    return Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
  }

  @Test
  void whatIsNoRegularFileIsNotReplaced() {
    Path device = Path.of("/dev/null");
    assumeThat(Files.exists(device)).isTrue();
    Called.with("--write", device).exits(2).warns("/dev/null: it is not a regular file");
    assertThat(Files.isRegularFile(device)).isFalse();
  }

  @Test
  void anInstructionThatWouldCommandTheTerminalDoesNotInTheSummary() {
    Path file = tree.file("Dockerfile", "FROM scratch\nEVIL\u001b[2J x\n");
    String summary = Called.with("--verbose", file).exits(0).out();
    assertThat(summary).doesNotContain("\u001b");
  }
}
