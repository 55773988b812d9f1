package dev.drydock.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.drydock.transform.Rewrite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchTest {

  @TempDir Path directory;
  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void tree() {
    tree = new Tree(directory);
  }

  private List<String> found(Path... paths) {
    return Fleet.of(List.of(paths), Ignore.GIT).files().map(file -> directory.relativize(file.path()).toString()).toJavaList();
  }

  @Test
  void dockerfilesAreToldByTheirNamesAndComeSorted() {
    for (String name :
        List.of(
            "b/Dockerfile", "a/Dockerfile.dev", "a/api.Dockerfile", "a/bot.dockerfile", "Containerfile",
            "Containerfile.test", "a/Dockerfile.dockerignore", "Dockerfiles", "a/dockerfile", "README.md",
            "docker-compose.yaml", "Dockerfile_ci", "Dockerfile-dev", "x.Containerfile", "Dockerfile.md", "Dockerfile.orig",
            "Dockerfile.rej", "Dockerfile.bak", "Dockerfile.j2", "Dockerfile.template", "ContainerfileParser.java",
            "Dockerfile~", "dockerfile_parser.py")) {
      tree.file(name, "FROM scratch\n");
    }
    assertThat(found(directory))
        .containsExactly(
            "Containerfile", "Containerfile.test", "Dockerfile-dev", "Dockerfile_ci", "a/Dockerfile.dev", "a/api.Dockerfile",
            "a/bot.dockerfile", "a/dockerfile", "b/Dockerfile", "x.Containerfile");
  }

  @Test
  void aFileThatIsNamedIsTakenWhateverItsName() {
    assertThat(found(tree.file("build.txt", "FROM scratch\n"))).containsExactly("build.txt");
  }

  @Test
  void whatOthersInstalledIsLeftOutUnlessItIsNamed() {
    tree.file("node_modules/x/Dockerfile", "FROM scratch\n");
    tree.file(".git/Dockerfile", "FROM scratch\n");
    tree.file(".venv/lib/Dockerfile", "FROM scratch\n");
    assertThat(found(directory)).isEmpty();
    assertThat(found(directory.resolve("node_modules"))).containsExactly("node_modules/x/Dockerfile");
  }

  @Test
  void loopsOfLinksAreNotWalked() throws IOException {
    tree.file("a/Dockerfile", "FROM scratch\n");
    Files.createSymbolicLink(directory.resolve("a/loop"), directory);
    assertThat(found(directory)).containsExactly("a/Dockerfile");
  }

  @Test
  void aLinkToADirectoryThatIsNamedIsFollowed() throws IOException {
    tree.file("a/Dockerfile", "FROM scratch\n");
    Path link = Files.createSymbolicLink(directory.resolve("link"), directory.resolve("a"));
    assertThat(found(link)).containsExactly("link/Dockerfile");
  }

  @Test
  void eachFileComesOnceHoweverManyPathsLeadToIt() throws IOException {
    Path file = tree.file("a/Dockerfile", "FROM scratch\n");
    Files.createSymbolicLink(directory.resolve("a/Dockerfile.link"), file);
    assertThat(found(directory, file, directory.resolve("a"))).containsExactly("a/Dockerfile");
  }

  @Test
  void aDirectoryOfThatNameIsADirectory() {
    tree.file("Dockerfile/Dockerfile", "FROM scratch\n");
    assertThat(found(directory)).containsExactly("Dockerfile/Dockerfile");
  }

  @Test
  void whatGitIgnoresIsLeftOutAlsoByFilesAboveAndBelow() {
    tree.file(".git/info/exclude", "/private\n");
    tree.file(".gitignore", "build/\n*.Dockerfile\n!keep.Dockerfile\n");
    tree.file("a/.gitignore", "/out\n");
    for (String name :
        List.of("build/Dockerfile", "a/x.Dockerfile", "a/keep.Dockerfile", "a/out/Dockerfile", "a/b/out/Dockerfile", "private/Dockerfile")) {
      tree.file(name, "FROM scratch\n");
    }
    assertThat(found(directory)).containsExactly("a/b/out/Dockerfile", "a/keep.Dockerfile");
    assertThat(found(directory.resolve("a"))).containsExactly("a/b/out/Dockerfile", "a/keep.Dockerfile");
    assertThat(Fleet.under(directory).files()).hasSize(6);
  }

  @Test
  void whatDockerIgnoresIsNotSearchedButADockerfileMayBeLeftOutOfItsOwnBuild() {
    tree.file(".dockerignore", "Dockerfile\nvendor\n# no\n./third_party/\n");
    tree.file("Dockerfile", "FROM scratch\n");
    tree.file("vendor/Dockerfile", "FROM scratch\n");
    tree.file("third_party/Dockerfile", "FROM scratch\n");
    tree.file("a/vendor/Dockerfile", "FROM scratch\n");
    assertThat(Fleet.under(directory, Ignore.docker()).files().map(file -> directory.relativize(file.path()).toString()))
        .containsExactly("Dockerfile", "a/vendor/Dockerfile");
  }

  @Test
  void patternsLeaveOutAndTakeIn() {
    tree.file("vendor/Dockerfile", "FROM scratch\n");
    tree.file("a/Dockerfile", "FROM scratch\n");
    tree.file("a/image.docker", "FROM scratch\n");
    Fleet fleet = Fleet.under(directory).excluding(List.of("vendor/")).including(List.of("*.docker"));
    assertThat(fleet.files().map(file -> directory.relativize(file.path()).toString()))
        .containsExactly("a/Dockerfile", "a/image.docker");
  }

  @Test
  void whatIsExcludedIsLeftOutWhateverAnIgnoreFileSays() {
    tree.file("s/.gitignore", "!vendor/\n!Dockerfile.dev\n");
    tree.file("s/vendor/Dockerfile", "FROM scratch\n");
    tree.file("s/Dockerfile.dev", "FROM scratch\n");
    Fleet fleet = Fleet.under(directory, Ignore.git());
    assertThat(fleet.files()).hasSize(2);
    assertThat(fleet.excluding(List.of("vendor/", "*.dev")).files()).isEmpty();
  }

  @Test
  void anExclusionWithAnExclamationMarkTakesInWhatGitIgnores() {
    tree.file("s/.gitignore", "build/\nout/\n");
    tree.file("s/build/Dockerfile", "FROM scratch\n");
    tree.file("s/out/Dockerfile", "FROM scratch\n");
    assertThat(Fleet.under(directory, Ignore.git()).excluding(List.of("!build/")).files().map(file -> directory.relativize(file.path()).toString()))
        .containsExactly("s/build/Dockerfile");
  }

  @Test
  void whatIsNoRegularFileIsSkipped() throws IOException, InterruptedException {
    assumeThat(new ProcessBuilder("mkfifo", directory.resolve("Dockerfile").toString()).start().waitFor()).isZero();
    List<String> skipped = new ArrayList<>();
    Fleet.under(directory)
        .visit(
            new FleetVisitor() {
              @Override
              public void rewrite(FleetFile file, Rewrite rewrite) {
                skipped.add("read");
              }

              @Override
              public void skipped(FleetFile file, String reason) {
                skipped.add(reason);
              }
            });
    assertThat(skipped).containsExactly("it is not a regular file");
  }

  @Test
  void aPathThatIsNoRegularFileIsNoEmptyFleet() {
    tree.file("a/Dockerfile", "FROM scratch\n");
    Path device = Path.of("/dev/null");
    assumeThat(device).exists();
    assertThatThrownBy(() -> Fleet.of(List.of(directory, device)).files())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot read " + device + ": it is not a regular file");
  }
}
