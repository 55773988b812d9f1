package dev.drydock.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.vavr.collection.Seq;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiffHeadTest {

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"Dockerfile", "a b/Dockerfile", "a\tb", "a\nb", "a\"b", "a\\b", "é/ü", "a \"b\n"})
  void gitAndPatchApplyADiffOfAnyName(String name) throws IOException, InterruptedException {
    Tree tree = new Tree(Files.createDirectories(directory.resolve("tree")));
    Path file = tree.file(name, "old\n");
    assumeThat(run(tree.root(), "git", "init", "-q")).isZero();
    Path diff = directory.resolve("diff");
    String head = new FleetFile(file, tree.root()).diffHead();
    Files.writeString(diff, head + "@@ -1 +1 @@\n-old\n+new\n", StandardCharsets.UTF_8);
    assertThat(run(tree.root(), "git", "apply", diff.toString())).as(head).isZero();
    assertThat(tree.text(name)).isEqualTo("new\n");
    tree.file(name, "old\n");
    assumeThat(run(tree.root(), "patch", "--version")).isZero();
    assertThat(run(tree.root(), "patch", "-p1", "-i", diff.toString())).as(head).isZero();
    assertThat(tree.text(name)).isEqualTo("new\n");
  }

  @Test
  void aPathBeginsAtTheTopOfTheRepository() {
    Tree tree = new Tree(directory);
    tree.file(".git/HEAD", "");
    Path file = tree.file("services/api/Dockerfile", "");
    assertThat(new FleetFile(file, directory.resolve("services")).diffHead())
        .isEqualTo("--- a/services/api/Dockerfile\n+++ b/services/api/Dockerfile\n");
    assertThat(new FleetFile(file, file).diffHead()).startsWith("--- a/services/api/Dockerfile\n");
  }

  @Test
  void theRepositoryIsLookedUpOnceForThePathOfASearch() throws IOException {
    Tree tree = new Tree(directory);
    Path head = tree.file(".git", "gitdir: elsewhere\n");
    tree.file("services/api/Dockerfile", "");
    tree.file("services/bot/Dockerfile", "");
    Seq<FleetFile> files = Fleet.under(directory.resolve("services")).files();
    assertThat(files.get(0).inRepository()).isEqualTo(Path.of("services/api/Dockerfile"));
    Files.delete(head);
    assertThat(files.get(1).inRepository()).isEqualTo(Path.of("services/bot/Dockerfile"));
  }

  @Test
  void outsideOfARepositoryItBeginsWhereTheSearchBegan() {
    Path file = new Tree(directory).file("services/api/Dockerfile", "");
    assertThat(new FleetFile(file, directory).diffHead()).startsWith("--- a/services/api/Dockerfile\n");
  }

  @Test
  void aLinkIsNamedByTheFileThatItLeadsTo() throws IOException {
    Tree tree = new Tree(directory);
    tree.file("real/x.txt", "");
    Path link = Files.createSymbolicLink(directory.resolve("Dockerfile"), Path.of("real/x.txt"));
    assertThat(new FleetFile(link, directory).diffHead()).startsWith("--- a/real/x.txt\n");
  }

  private static int run(Path directory, String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(directory.toFile());
    builder.environment().put("LC_ALL", "C.UTF-8");
    try {
      return builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    } catch (IOException e) {
      return -1;
    }
  }
}
