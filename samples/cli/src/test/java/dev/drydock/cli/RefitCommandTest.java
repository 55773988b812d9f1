package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RefitCommandTest {

  @TempDir Path directory;
  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void tree() {
    tree = new Tree(directory);
  }

  @Test
  void showsADiffAndThenReasonsAndWritesNothing() {
    Path file = tree.file("api/Dockerfile", Tree.SERVICE);
    Called called = Called.with(directory).exits(0).warnsOfNothing();
    called.says("--- a/", "+++ b/", "-RUN pip install", "+" + Tree.MOUNT, file + ":4: changed [mount-cache/pip");
    called.says("1 Dockerfile: 1 would change; nothing is written without --write");
    assertThat(called.out().indexOf("+++ b/")).isLessThan(called.out().indexOf(": changed ["));
    assertThat(tree.text("api/Dockerfile")).isEqualTo(Tree.SERVICE);
  }

  @Test
  void namesAFileInADiffSuchThatPatchFindsIt() {
    Path file = tree.file("Dockerfile", Tree.SERVICE);
    Called.with(file).says("--- a" + file.toAbsolutePath() + "\n");
  }

  @Test
  void writtenTwiceChangesNothingTheSecondTime() {
    tree.file("api/Dockerfile", Tree.SERVICE);
    tree.file("bot/Dockerfile", "FROM scratch\n");
    Called.with("--write", directory).exits(0).says("2 Dockerfiles: 1 rewritten");
    String once = tree.text("api/Dockerfile");
    assertThat(once).contains(Tree.MOUNT);
    Called.with("--write", directory).exits(0).says("2 Dockerfiles: nothing to change");
    assertThat(tree.text("api/Dockerfile")).isEqualTo(once);
    assertThat(tree.text("bot/Dockerfile")).isEqualTo("FROM scratch\n");
  }

  @Test
  void whatIsShownIsWhatIsWritten() {
    tree.file("Dockerfile", Tree.SERVICE);
    String before = Called.with(directory).out();
    Called.with("--write", directory);
    for (String line : tree.text("Dockerfile").split("\n", -1)) {
      assertThat(before).contains(line);
    }
  }

  @Test
  void checkSaysWithItsStatusWhetherSomethingWouldChange() {
    tree.file("Dockerfile", Tree.SERVICE);
    Called.with("--check", directory).exits(1).says("+" + Tree.MOUNT);
    assertThat(tree.text("Dockerfile")).isEqualTo(Tree.SERVICE);
    Called.with("--write", directory).exits(0);
    Called.with("--check", directory).exits(0);
  }

  @Test
  void aFailureOutweighsAChange() {
    tree.file("Dockerfile", Tree.SERVICE);
    Called.with("--check", directory, directory.resolve("nowhere")).exits(2).says("+" + Tree.MOUNT);
  }

  @Test
  void writeAndCheckExcludeEachOther() {
    tree.file("Dockerfile", Tree.SERVICE);
    Called.with("--write", "--check", directory).exits(2).warns("mutually exclusive");
    assertThat(tree.text("Dockerfile")).isEqualTo(Tree.SERVICE);
  }

  @Test
  void onlyTheChosenToolsAreMounted() {
    tree.file("Dockerfile", Tree.SERVICE);
    Called.with("--tools", "apt,uv", "--transforms", "mountCache", directory).exits(0).says("nothing to change");
    Called.with("--tools", "pip", "--transforms", "mountCache", directory).exits(0).says("+" + Tree.MOUNT);
  }

  @Test
  void anUnknownToolIsNamedBesideThoseThatThereAre() {
    Called.with("--tools", "apt,pipp", directory).exits(2).warns("'pipp'", "apt, pip, uv, poetry,", "npm,", "nuget");
  }

  @Test
  void namedTransformsRunInPlaceOfTheMainJob() {
    tree.file("Dockerfile", Tree.SERVICE);
    String out = Called.with("--transforms", "addSyntax", directory).exits(0).out();
    assertThat(out).contains("+# syntax=docker/dockerfile:1").doesNotContain("+" + Tree.MOUNT);
    Called.with("--transforms", "addSyntax,keepAptCache,mountCache", directory)
        .exits(0)
        .says("+# syntax=docker/dockerfile:1", "+" + Tree.MOUNT);
  }

  @Test
  void anUnknownTransformIsNamedBesideThoseThatThereAre() {
    Called.with("--transforms", "mountCaches", directory).exits(2).warns("'mountCaches'", "mountCache,");
  }

  @Test
  void withoutSyntaxNoDirectiveIsAdded() {
    tree.file("Dockerfile", Tree.SERVICE);
    String out = Called.with("--no-syntax", directory).exits(0).out();
    assertThat(out).contains("+" + Tree.MOUNT).doesNotContain("syntax=");
    Called.with("--no-syntax", "--transforms", "addSyntax", directory).exits(2).warns("--no-syntax");
  }

  @Test
  void quietSaysOnlyWhatCouldNotBeDone() {
    tree.file("Dockerfile", Tree.SERVICE);
    assertThat(Called.with("--quiet", "--check", directory).exits(1).warnsOfNothing().out()).isEmpty();
    Called.with("--quiet", directory.resolve("nowhere")).exits(2).warns("nowhere: no such file");
  }

  @Test
  void coloursAreForATerminalOrWhereTheyAreAskedFor() {
    tree.file("Dockerfile", Tree.SERVICE);
    assertThat(Called.with(directory).out()).doesNotContain("\u001b");
    assertThat(Called.with("--color", "never", directory).out()).doesNotContain("\u001b");
    Called.with("--color=always", directory).says("\u001b[32m+" + Tree.MOUNT, "\u001b[0m");
  }

  @Test
  void helpAndVersionAreAnswered() {
    Called.with("--help").exits(0).warnsOfNothing().says("Usage: drydock", "--write", "inspect", "stats");
    Called.with("inspect", "--help").exits(0).says("Usage: drydock inspect");
    Called.with("stats", "--help").exits(0).says("Usage: drydock stats");
    assertThat(Called.with("--version").exits(0).out()).matches("drydock [0-9]\\S*\\R");
  }

  @Test
  void aCallWithoutSenseIsExplained() {
    Called.with().exits(2).warns("PATH", "Usage: drydock");
    Called.with("--wrte", directory).exits(2).warns("--wrte");
    Called.with("inspect").exits(2).warns("PATH");
  }

  @Test
  void aDiffIsInTheEncodingOfItsFile() {
    byte[] latin = Tree.SERVICE.replace("/app", "/caf\u00e9").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    Path file = tree.file("Dockerfile", latin);
    assertThat(new String(Called.with(file).bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains(" WORKDIR /caf\u00e9\n");
  }

  @Test
  void filesOnDifferentDistributionsThatShareACacheAreWarnedOf() {
    String apt = "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n    apt-get update\n";
    Path a = tree.file("a/Dockerfile", "FROM debian:bookworm\n" + apt);
    Path b = tree.file("b/Dockerfile", "# syntax=docker/dockerfile:1\nFROM ubuntu:22.04\n" + apt);
    Called.with("--transforms", "addSyntax", directory)
        .exits(0)
        .says(b + ":3: warning [cache-id/mixed-distributions]", a + ":2", "ubuntu jammy", "debian bookworm");
  }

  @Test
  void thatTheyShareWhatIsCompiledIsWarnedOfToo() {
    Path a = tree.file("a/Dockerfile", "FROM python:3.12-alpine\nRUN pip install psycopg2\n");
    Path b = tree.file("b/Dockerfile", "FROM python:3.12-slim\nRUN pip install psycopg2\n");
    Called.with(directory)
        .exits(0)
        .says(b + ":2: warning [cache-id/mixed-distributions] /root/.cache/pip: shared with " + a + ":2", "compiled in one");
    assertThat(Called.with("--ids", "release", directory).exits(0).out()).doesNotContain("mixed-distributions");
  }

  @Test
  void eachReleaseAndPlatformMayHaveACacheOfItsOwn() {
    String apt = "RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n";
    tree.file("a/Dockerfile", "FROM debian:bookworm\n" + apt);
    tree.file("b/Dockerfile", "FROM ubuntu:22.04\n" + apt);
    Called.with(directory).exits(0).says("warning [cache-id/mixed-distributions]", "--ids release");
    Called apart =
        Called.with("--ids", "prefix=s/one-,release,platform", directory)
            .exits(0)
            .says(
                "+ARG TARGETARCH\n+ARG TARGETVARIANT\n",
                "id=s/one-debian-bookworm/$TARGETARCH$TARGETVARIANT/var/cache/apt,target=/var/cache/apt,",
                "id=s/one-ubuntu-jammy/$TARGETARCH$TARGETVARIANT/var/lib/apt/lists,");
    assertThat(apart.out()).doesNotContain("mixed-distributions");
  }

  @Test
  void idsAreChosenForNamedTransformsToo() {
    tree.file("Dockerfile", "FROM python:3.12-slim-bookworm\nRUN pip install a\n");
    Called.with("--ids=release", "--transforms", "mountCache", directory)
        .exits(0)
        .says("+RUN --mount=type=cache,id=debian-bookworm/root/.cache/pip,target=/root/.cache/pip");
  }

  @Test
  void anUnknownPolicyForIdsIsNamedBesideThoseThatThereAre() {
    Called.with("--ids", "release,plattform", directory).exits(2).warns("'plattform'", "release, platform, prefix=NAME");
    Called.with("--ids", "prefix=a b", directory).exits(2).warns("no id of a cache mount: a b holds");
    Called.with("--ids", "prefix=", directory).exits(2).warns("not empty");
  }

  private static final String INSTALLS = "FROM debian:12\nRUN apt-get update && apt-get install -y git\nRUN fetch-models\n";
  private static final String LISTS = "target=/var/lib/apt,";

  @Test
  void aProgramIsHarmlessWhereATableSaysSo() throws IOException {
    Path file = tree.file("Dockerfile", INSTALLS);
    Path table = Files.writeString(directory.resolve("programs.txt"), "harmless: fetch-models # it downloads to /models alone\n");
    String without = Called.with("--transforms", "mountCache", file).exits(0).out();
    String with = Called.with("--transforms", "mountCache", "--programs", table, file).exits(0).out();
    assertThat(without).contains("target=/var/cache/apt").doesNotContain(LISTS);
    assertThat(with).contains("target=/var/cache/apt").contains(LISTS);
  }

  @Test
  void aTableThatCannotBeReadIsNamedWithItsLine() throws IOException {
    Path file = tree.file("Dockerfile", INSTALLS);
    Path table = Files.writeString(directory.resolve("programs.txt"), "# ours\nharmles: fetch-models\n");
    Called.with("--programs", table, file).exits(2).warns("programs.txt, line 2, column 1: 'harmles' is no kind");
    Called.with("--programs", directory.resolve("none.txt"), file).exits(2).warns("none.txt");
  }
}
