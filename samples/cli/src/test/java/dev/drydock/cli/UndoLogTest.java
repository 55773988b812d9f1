package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoLogTest {

  @TempDir Path directory;
  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void tree() {
    tree = new Tree(directory);
  }

  @Test
  void theLastWriteIsTakenBackByteForByte() throws IOException {
    byte[] latin = Tree.SERVICE.replace("/app", "/caf\u00e9").getBytes(StandardCharsets.ISO_8859_1);
    Path one = tree.file("a b/Dockerfile", latin);
    tree.file("b/Dockerfile", Tree.SERVICE);
    Called.with("--write", directory).exits(0).says("2 rewritten");
    Called.with("--write", directory).exits(0);
    Called.with("--undo", directory.resolve("a b")).exits(0).says(one + " is as it was\n");
    assertThat(Files.readAllBytes(one)).isEqualTo(latin);
    assertThat(tree.text("b/Dockerfile")).contains(Tree.MOUNT);
    Called.with("--undo", directory).exits(0);
    assertThat(tree.text("b/Dockerfile")).isEqualTo(Tree.SERVICE);
    Called.with("--undo", directory).exits(2).warns("there is nothing to take back");
  }

  @Test
  void filesAreNamedByThePathThatWasGiven() {
    tree.file("a/Dockerfile", Tree.SERVICE);
    Path way = directory.resolve("a").resolve("..");
    Called.with("--write", way).exits(0);
    assertThat(Called.with("--undo", Path.of("").toAbsolutePath().relativize(way)).exits(0).out())
        .isEqualTo(Path.of("").toAbsolutePath().relativize(directory).resolve("a/Dockerfile") + " is as it was\n");
  }

  @Test
  void whatWasChangedSinceStays() {
    Path file = tree.file("Dockerfile", Tree.SERVICE);
    Called.with("--write", file).exits(0);
    tree.file("Dockerfile", "FROM scratch\n");
    Called.with("--undo", file).exits(2).warns(file + " has changed since");
    assertThat(tree.text("Dockerfile")).isEqualTo("FROM scratch\n");
  }

  @Test
  void runsAtOnceTakeNothingFromEachOther() throws Exception {
    Path folder = directory.resolve("undo");
    Path file = tree.file("Dockerfile", Tree.SERVICE);
    Dockerfile before = Dockerfile.read(file);
    for (int i = 0; i < 60; i++) {
      new UndoLog(folder).keep(file, before, before);
    }
    List<Callable<Path>> runs = Collections.nCopies(16, () -> {
      new UndoLog(folder).keep(file, before, before);
      return file;
    });
    ExecutorService threads = Executors.newFixedThreadPool(runs.size());
    try {
      for (Future<Path> run : threads.invokeAll(runs)) {
        assertThat(run.get()).isEqualTo(file);
      }
    } finally {
      threads.shutdownNow();
    }
    try (Stream<Path> kept = Files.list(folder)) {
      assertThat(kept.count()).isBetween(16L, 20L + runs.size());
    }
  }
}
