package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {

  private static final String INERT = "FROM python:3.12\nENV PIP_NO_CACHE_DIR=1\n" + Tree.MOUNT + " pip install a\n";

  @TempDir Path directory;
  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void tree() {
    tree = new Tree(directory);
  }

  @Test
  void aCheckFailsOnWhatWasAsked() {
    tree.file("Dockerfile", INERT);
    Called.with("--check", "--transforms", "dropCacheDefeaters", directory).exits(0);
    Called.with("--check", "--transforms", "dropCacheDefeaters", "--fail-on", "warning", directory)
        .exits(1)
        .warns("--check fails: ", "Dockerfile: drop-cache-defeaters/pip/environment");
    tree.file("Dockerfile", Tree.SERVICE);
    Called.with("--check", "--fail-on", "warning", directory).exits(0);
    Called.with("--check", "--fail-on", "changed,warning", directory).exits(1).warns("Dockerfile: changed");
    Called.with("--check", "--fail-on", "everything", directory).exits(2).warns("everything", "changed", "warning");
  }

  @Test
  void cachesThatDistributionsShareAreWarnings() {
    tree.file("a/Dockerfile", "FROM python:3.12-alpine\nRUN pip install psycopg2\n");
    tree.file("b/Dockerfile", "FROM python:3.12-slim\nRUN pip install psycopg2\n");
    Called.with("--check", "--fail-on", "warning", directory).exits(1).warns("cache-id/mixed-distributions");
  }

  @Test
  void servicesAreConvertedOneByOne() {
    tree.file("a/Dockerfile", Tree.SERVICE);
    tree.file("b/Dockerfile", Tree.SERVICE);
    Path baseline = directory.resolve("baseline.txt");
    Called.with("--check", "--write-baseline", baseline, directory).exits(1);
    assertThat(tree.text("baseline.txt")).endsWith("\na/Dockerfile: changed\nb/Dockerfile: changed\n");
    Called.with("--check", "--baseline", baseline, directory).exits(0).warnsOfNothing();
    tree.file("c/Dockerfile", Tree.SERVICE);
    Called.with("--check", "--baseline", baseline, directory).exits(1).warns("--check fails: c/Dockerfile: changed\n");
    Called.with("--write", directory.resolve("a"), directory.resolve("c")).exits(0);
    Called.with("--check", "--baseline", baseline, directory).exits(0).warns("need not forgive any more: a/Dockerfile: changed\n");
    Called.with("--check", "--baseline", directory.resolve("none"), directory).exits(2).warns("cannot read the baseline");
  }
}
