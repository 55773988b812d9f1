package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatsCommandTest {

  @TempDir Path directory;

  @Test
  void runsAreCountedByToolAndNotesByRule() {
    Tree tree = new Tree(directory);
    tree.file("a/Dockerfile", Tree.SERVICE);
    tree.file("b/Dockerfile", Tree.SERVICE + "RUN pip install gunicorn\n");
    tree.file("c/Dockerfile", "FROM scratch\nFETCH\n");
    Called called = Called.with("stats", directory).exits(0).warnsOfNothing();
    called.says("Dockerfiles: 3; would change: 2; BuildKit would refuse: 1; not looked at: 0", "left alone", "changed mount-cache/pip");
    assertThat(called.out()).containsPattern("pip +3 +3 +0 +0 +0");
    assertThat(tree.text("a/Dockerfile")).isEqualTo(Tree.SERVICE);
  }

  @Test
  void whatIsMountedAlreadyNeedsNoMount() {
    new Tree(directory).file("Dockerfile", Tree.SERVICE);
    Called.with("--write", directory);
    Called called = Called.with("stats", directory).exits(0).says("Dockerfiles: 1; would change: 0");
    assertThat(called.out()).containsPattern("pip +1 +0 +1 +0 +0");
  }

  @Test
  void whatIsAddedBesideARunIsNoRun() {
    new Tree(directory).file("Dockerfile", "FROM python:3\nUSER root\nRUN pip install a\n");
    Called called = Called.with("stats", "--ids", "platform", directory).exits(0);
    called.says("changed mount-cache/pip/argument  ");
    assertThat(called.out()).containsPattern("pip +1 +1 +0 +0 +0");
  }

  @Test
  void aRunThatIsLeftAloneForWhoeverRunsItIsCountedToo() {
    new Tree(directory).file("Dockerfile", "FROM acme/base\nRUN pip install --no-cache-dir a\n");
    Called called = Called.with("stats", directory).exits(0);
    assertThat(called.out()).containsPattern("pip +1 +0 +0 +1 +0");
  }

  @Test
  void aMissingPathFails() {
    Called.with("stats", directory.resolve("nowhere")).exits(2).warns("no such file");
  }
}
