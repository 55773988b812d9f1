package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerfileSearchTest {

  @TempDir Path directory;
  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void tree() {
    tree = new Tree(directory);
  }

  private List<String> found(Object... paths) {
    List<String> args = new ArrayList<>();
    for (Object path : paths) {
      args.add(path.toString());
    }
    List<String> names = new ArrayList<>();
    new DockerfileSearch(
            Console.ofProcess(),
            subject -> names.add(directory.relativize(subject.path().get()).toString()),
            () -> false)
        .search(args);
    return names;
  }

  @Test
  void dockerfilesAreToldByTheirNamesAndComeSorted() {
    for (String name :
        List.of(
            "b/Dockerfile", "a/Dockerfile.dev", "a/api.Dockerfile", "a/bot.dockerfile", "Containerfile",
            "Containerfile.test", "a/Dockerfile.dockerignore", "Dockerfiles", "a/dockerfile", "README.md",
            "docker-compose.yaml")) {
      tree.file(name, "FROM scratch\n");
    }
    assertThat(found(directory))
        .containsExactly(
            "Containerfile", "Containerfile.test", "a/Dockerfile.dev", "a/api.Dockerfile", "a/bot.dockerfile",
            "b/Dockerfile");
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
}
