package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefitCommandTest {

  @TempDir Path directory;
  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void tree() {
    tree = new Tree(directory);
  }

  @Test
  void saysWhatWouldChangeAndWhatToDoNextAndWritesNothing() {
    tree.file("api/Dockerfile", Tree.SERVICE);
    Called.with(directory)
        .exits(0)
        .warnsOfNothing()
        .says("1 Dockerfile: 1 to refit\n", "/root/.cache/pip", "1 on debian bookworm", "drydock --write " + directory);
    assertThat(tree.text("api/Dockerfile")).isEqualTo(Tree.SERVICE);
  }

  @Test
  void whatWasLeftAloneIsGroupedByWhatWouldSettleIt() {
    String unknown = "FROM acme/base\nRUN pip install --no-cache-dir flask\n";
    Path first = tree.file("a/Dockerfile", unknown);
    tree.file("b/Dockerfile", unknown);
    Called.with(directory)
        .exits(0)
        .says(
            "2 Dockerfiles: nothing to change, 2 left alone",
            "Left alone, wholly or in part: 2 instructions in 2 Dockerfiles, by what would settle it",
            "    2  the base image's user is not known: write USER root",
            first + ":2, ",
            "[drop-cache-defeaters/*/user-unknown]");
  }

  @Test
  void aListHasEachNoteWithItsLine() {
    Path file = tree.file("api/Dockerfile", Tree.SERVICE);
    Called called = Called.with("--list", directory).exits(0).says(file + ":4: changed [mount-cache/pip/mounted]");
    assertThat(called.out()).doesNotContain("--- ");
    called.warns("1 Dockerfile: 1 to refit");
  }

  @Test
  void eachNoteHasTheAddressOfItsPageSaidOnce() {
    tree.file("a/Dockerfile", Tree.SERVICE);
    tree.file("b/Dockerfile", Tree.SERVICE);
    String pages = "More about these rules:\n  https://drydock.dev/docs/rules/";
    Called list = Called.with("--list", directory).exits(0).warns(pages);
    assertThat(list.out()).doesNotContain("https://");
    assertThat(list.err()).containsOnlyOnce("/docs/rules/mount-cache-mounted.md\n");
    Called.with("--verbose", directory).exits(0).warnsOfNothing().says(pages);
    assertThat(Called.with(directory).out()).doesNotContain("https://");
  }

  @Test
  void linesAreThoseOfTheFileThatLiesThere() {
    Path file = tree.file("Dockerfile", Tree.SERVICE);
    Called.with("--list", "--write", directory).exits(0).says(file + ":5: changed [mount-cache/pip/mounted]");
  }

  @Test
  void everythingIsTheDiffTheNotesAndTheSummary() {
    Path file = tree.file("api/Dockerfile", Tree.SERVICE);
    Called.with("--verbose", directory)
        .exits(0)
        .says("--- a/", "+++ b/", "-RUN pip install", "+" + Tree.MOUNT, file + ":4: changed [", "1 Dockerfile: 1 to refit");
  }

  @Test
  void aDiffIsAllThatGoesToStandardOutput() {
    tree.file("Dockerfile", Tree.SERVICE);
    Called called = Called.with("--diff", directory).exits(0).says("--- a/Dockerfile\n+++ b/Dockerfile\n@@");
    assertThat(called.out().lines()).allMatch(line -> line.matches("(?s)[-+ @].*"));
    called.warns("1 Dockerfile: 1 to refit");
  }

  @Test
  void aFileThatBuildKitWouldRefuseIsLeftAloneAndSaidToBeWhatItLooksLike() {
    String template = "FROM python:3.12\n{% if gpu %}\nRUN pip install torch\n{% endif %}\n";
    Path file = tree.file("Dockerfile", template);
    Path yaml = tree.file("values.yaml", "image:\n  tag: latest\n");
    Called.with("--write", file, yaml)
        .exits(0)
        .says(
            "2 files, none a Dockerfile that BuildKit would build",
            file + ": it looks like a Jinja template: BuildKit would refuse line 2",
            yaml + ": it looks like YAML");
    assertThat(tree.text("Dockerfile")).isEqualTo(template);
    Called.with("--write", "--force", file).exits(0).says("1 rewritten");
    assertThat(tree.text("Dockerfile")).contains("--mount=type=cache");
  }

  @Test
  void theReaderOfADiffIsToldOfWhatIsLeftAlone() {
    Path file = tree.file("Dockerfile", "FROM scratch\nFETCH x\n");
    Called.with("--diff", file).exits(0).warns(file + " is left alone: ", "--force");
  }

  @Test
  void whatMayBeADockerfileIsCountedAsNotLookedAt() {
    tree.file("Dockerfile", Tree.SERVICE);
    Path copy = tree.file("Dockerfile.orig", Tree.SERVICE);
    tree.file("Dockerfile.md", Tree.SERVICE);
    Called called = Called.with("--write", directory).exits(0).says("Not looked at: 1 file\n    1  its name says that it is a template, a copy", "\n       " + copy + "\n");
    assertThat(called.out()).doesNotContain("Dockerfile.md");
    assertThat(tree.text("Dockerfile.orig")).isEqualTo(Tree.SERVICE);
  }

  @Test
  void filesAreLeftOutByPatternsAndIgnoreFiles() {
    tree.file(".gitignore", "build/\n");
    tree.file("build/Dockerfile", Tree.SERVICE);
    tree.file("vendor/x/Dockerfile", Tree.SERVICE);
    tree.file("api/Dockerfile", Tree.SERVICE);
    tree.file("api/image.docker", Tree.SERVICE);
    Called.with(directory).says("2 Dockerfiles: ");
    Called.with("--ignore", "none", directory).says("3 Dockerfiles: ");
    Called.with("--exclude", "vendor", directory).says("1 Dockerfile: ");
    Called.with("--include", "*.docker", directory).says("3 Dockerfiles: ");
  }

  @Test
  void pathsMayComeFromAList() {
    Path one = tree.file("a b/Dockerfile", Tree.SERVICE);
    Path two = tree.file("two/Dockerfile", Tree.SERVICE);
    tree.file("three/Dockerfile", Tree.SERVICE);
    byte[] nul = (one + "\0" + two + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    Called.withInput(nul, "--files-from", "-").exits(0).says("2 Dockerfiles: ");
    Path list = tree.file("list", one + "\n");
    Called.with("--files-from", list).exits(0).says("1 Dockerfile: ");
    Called.with("--files-from", directory.resolve("none")).exits(2).warns("cannot read the list of files");
  }

  @Test
  void aRuleIsExplainedByItsPage() {
    for (String rule : new String[] {"mount-cache/pip/user", "mount-cache/*/user", "[mount-cache/apt/user]"}) {
      Called.with("--explain", rule).exits(0).says("# `mount-cache/*/user`", "## What you can do");
    }
    Called.with("--explain", "cache-id/mixed-distributions").exits(0).says("# `cache-id/mixed-distributions`");
    Called.with("--explain", "nothing").exits(2).warns("there is no rule 'nothing'");
  }

  @Test
  void writtenTwiceChangesNothingTheSecondTime() {
    tree.file("api/Dockerfile", Tree.SERVICE);
    tree.file("bot/Dockerfile", "FROM scratch\n");
    Called.with("--write", directory).exits(0).says("2 Dockerfiles: 1 rewritten, 1 as they should be");
    String once = tree.text("api/Dockerfile");
    assertThat(once).contains(Tree.MOUNT);
    Called.with("--write", directory).exits(0).says("2 Dockerfiles: nothing to change");
    assertThat(tree.text("api/Dockerfile")).isEqualTo(once);
    assertThat(tree.text("bot/Dockerfile")).isEqualTo("FROM scratch\n");
  }

  @Test
  void aFileThatIsRefittedInPartIsNotLeftAlone() {
    tree.file("Dockerfile", "FROM python:3.12-slim\nRUN pip install flask\nUSER app\nRUN pip install gunicorn\n");
    Called.with("--write", directory).exits(0).says("1 Dockerfile: 1 rewritten\n");
    Called.with("--write", directory).exits(0).says("1 Dockerfile: nothing to change, 1 refitted in part\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--tools pipp | there is no tool 'pipp'; did you mean pip? There are apt, pip,",
        "--transforms adSyntax | there is no transform 'adSyntax'; did you mean addSyntax? There are",
        "--transforms mountcahce | did you mean mountCache?",
        "--ids releas | there is no policy for ids 'releas'; did you mean release? There are",
        "--format jsn | --format takes no 'jsn'; did you mean json? There are json, sarif,",
        "--format x##[b\u001bc | --format takes no 'x##?[b?c'; there are json, sarif,",
        "--ignore gti | --ignore takes no 'gti'; did you mean git? There are git, docker, none",
        "--tols pip | Unknown option: '--tols'; did you mean --tools?",
        "--explain mount-cache/pip/usr | there is no rule 'mount-cache/pip/usr'; did you mean mount-cache/pip/user?",
        "--explain nothing | there is no rule 'nothing'; drydock --list names rules in brackets",
      })
  void aMisspelledNameIsAnsweredWithTheNearestOne(String options, String message) {
    String[] words = options.split(" ", -1);
    Called.with(words[0], words[1], directory).exits(2).warns(message);
  }

  @Test
  void whatIsShownIsWhatIsWritten() {
    tree.file("Dockerfile", Tree.SERVICE);
    String before = Called.with("--diff", directory).out();
    Called.with("--write", directory);
    for (String line : tree.text("Dockerfile").split("\n", -1)) {
      assertThat(before).contains(line);
    }
  }

  @Test
  void checkSaysWithItsStatusWhetherSomethingWouldChange() {
    tree.file("Dockerfile", Tree.SERVICE);
    Called.with("--check", "--diff", directory).exits(1).says("+" + Tree.MOUNT);
    assertThat(tree.text("Dockerfile")).isEqualTo(Tree.SERVICE);
    Called.with("--write", directory).exits(0);
    Called.with("--check", directory).exits(0);
  }

  @Test
  void aFailureOutweighsAChange() {
    tree.file("Dockerfile", Tree.SERVICE);
    Called.with("--check", "--diff", directory, directory.resolve("nowhere")).exits(2).says("+" + Tree.MOUNT);
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
    Called.with("--tools", "pip", "--transforms", "mountCache", "--diff", directory).exits(0).says("+" + Tree.MOUNT);
  }

  @Test
  void anUnknownToolIsNamedBesideThoseThatThereAre() {
    Called.with("--tools", "apt,pipp", directory).exits(2).warns("'pipp'", "apt, pip, uv, poetry,", "npm,", "nuget");
  }

  @Test
  void namedTransformsRunInPlaceOfTheMainJob() {
    tree.file("Dockerfile", Tree.SERVICE);
    String out = Called.with("--transforms", "addSyntax", "--diff", directory).exits(0).out();
    assertThat(out).contains("+# syntax=docker/dockerfile:1").doesNotContain("+" + Tree.MOUNT);
    Called.with("--transforms", "addSyntax,keepAptCache,mountCache", "--diff", directory)
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
    String out = Called.with("--no-syntax", "--diff", directory).exits(0).out();
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
    Called.with("--diff", "--color=always", directory).says("\u001b[32m+" + Tree.MOUNT, "\u001b[0m");
  }

  @Test
  void helpAndVersionAreAnswered() {
    Called.with("--help").exits(0).warnsOfNothing().says("Usage: drydock", "--write", "inspect", "stats");
    Called.with("inspect", "--help").exits(0).says("Usage: drydock inspect");
    Called.with("help", "stats").exits(0).says("Usage: drydock stats");
    Called.with("help").exits(0).says("Usage: drydock [");
    Called.with("stats", "--help").exits(0).says("Usage: drydock stats");
    assertThat(Called.with("--version").exits(0).out()).matches("drydock [0-9]\\S*\\R");
  }

  @Test
  void aCallWithoutSenseIsExplained() {
    Called called = Called.with().exits(2).warns("no PATH was given", "drydock --help");
    assertThat(called.err().lines()).hasSize(2);
    Called.with("--wrte", directory).exits(2).warns("--wrte");
    Called.with("inspect").exits(2).warns("PATH", "drydock inspect --help");
  }

  @Test
  void aDiffIsInTheEncodingOfItsFile() {
    byte[] latin = Tree.SERVICE.replace("/app", "/caf\u00e9").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    Path file = tree.file("Dockerfile", latin);
    assertThat(new String(Called.with("--diff", file).bytes(), java.nio.charset.StandardCharsets.ISO_8859_1))
        .contains(" WORKDIR /caf\u00e9\n");
  }

  @Test
  void filesOnDifferentDistributionsThatShareACacheAreWarnedOf() {
    String apt = "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n    apt-get update\n";
    Path a = tree.file("a/Dockerfile", "FROM debian:bookworm\n" + apt);
    Path b = tree.file("b/Dockerfile", "# syntax=docker/dockerfile:1\nFROM ubuntu:22.04\n" + apt);
    Called.with("--transforms", "addSyntax", "--list", directory)
        .exits(0)
        .says(b + ":3: warning [cache-id/mixed-distributions]", a + ":2", "ubuntu jammy", "debian bookworm", "write an id= of its own");
  }

  @Test
  void thatTheyShareWhatIsCompiledIsWarnedOfToo() {
    Path a = tree.file("a/Dockerfile", "FROM python:3.12-alpine\nRUN pip install psycopg2\n");
    Path b = tree.file("b/Dockerfile", "FROM python:3.12-slim\nRUN pip install psycopg2\n");
    Called.with("--list", directory)
        .exits(0)
        .says(b + ":2: warning [cache-id/mixed-distributions] /root/.cache/pip: ", "(" + a + ":2)", "compiled in one", "with --ids release");
    assertThat(Called.with("--ids", "release", "--list", directory).exits(0).out()).doesNotContain("mixed-distributions");
  }

  @Test
  void theFleetAndTheRepairAgreeOnWhatDistributionsShare() {
    String install = "RUN --mount=type=cache,target=/root/.cache/pypoetry poetry install\n";
    tree.file("a/Dockerfile", "FROM python:3.12-alpine AS a\n" + install + "FROM python:3.12-bookworm\n" + install);
    Called.with("--list", directory).exits(0).says("warning [cache-id/mixed-distributions] /root/.cache/pypoetry: ", "compiled in one");
    Called.with("--list", "--transforms", "repairCacheMounts", "--tools", "poetry", directory)
        .exits(0)
        .says("[repair-cache-mounts/poetry/mixed-distributions]");
  }

  @Test
  void eachReleaseAndPlatformMayHaveACacheOfItsOwn() {
    String apt = "RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*\n";
    tree.file("a/Dockerfile", "FROM debian:bookworm\n" + apt);
    tree.file("b/Dockerfile", "FROM ubuntu:22.04\n" + apt);
    Called.with(directory).exits(0).says("mixed: ", "keep them apart with --ids release", "drydock --write --ids release " + directory);
    Called apart =
        Called.with("--ids", "prefix=s/one-,release,platform", "--verbose", directory)
            .exits(0)
            .says(
                "+ARG TARGETARCH\n+ARG TARGETVARIANT\n",
                "id=s/one-debian-bookworm/$TARGETARCH$TARGETVARIANT/var/cache/apt,target=/var/cache/apt,",
                "id=s/one-ubuntu-jammy/$TARGETARCH$TARGETVARIANT/var/lib/apt/lists,");
    assertThat(apart.out()).doesNotContain("mixed-distributions");
  }

  @Test
  void afterAWriteTheRemedyIsOneThatStillHelps() {
    tree.file("a/Dockerfile", "FROM debian:bookworm\nRUN apt-get update && apt-get install -y curl\n");
    tree.file("b/Dockerfile", "FROM ubuntu:22.04\nRUN apt-get update && apt-get install -y curl\n");
    String written = Called.with("--write", directory).exits(0).says("go back with --undo, then write with --ids release").out();
    assertThat(written).doesNotContain("keep them apart with");
    Called.with("--ids", "release", directory).exits(0).says("write an id= of its own into the mounts of one of them");
  }

  @Test
  void anAdviceNamesTransformsAsTheCommandDoes() {
    tree.file("Dockerfile", "FROM python:3.12-slim\nRUN pip install --no-cache-dir a\n");
    String advice = Called.with("--transforms", "mountCache", "--list", directory).exits(0).says("the transform dropCacheDefeaters takes it out").out();
    assertThat(advice).doesNotContain("()");
    String followed = Called.with("--transforms", "mountCache,dropCacheDefeaters", "--diff", directory).exits(0).out();
    assertThat(followed).contains("+    pip install a\n");
  }

  @Test
  void idsAreChosenForNamedTransformsToo() {
    tree.file("Dockerfile", "FROM python:3.12-slim-bookworm\nRUN pip install a\n");
    Called.with("--ids=release", "--transforms", "mountCache", "--diff", directory)
        .exits(0)
        .says("+RUN --mount=type=cache,id=debian-bookworm/root/.cache/pip,target=/root/.cache/pip");
  }

  @Test
  void anUnknownPolicyForIdsIsNamedBesideThoseThatThereAre() {
    Called.with("--ids", "release,plattform", directory).exits(2).warns("'plattform'", "release, platform, target, prefix=NAME");
    Called.with("--ids", "prefix=a b", directory).exits(2).warns("no id of a cache mount: a b holds");
    Called.with("--ids", "prefix=", directory).exits(2).warns("not empty");
  }

  private static final String INSTALLS = "FROM debian:12\nRUN apt-get update && apt-get install -y git\nRUN fetch-models\n";
  private static final String LISTS = "target=/var/lib/apt,";

  @Test
  void aProgramIsHarmlessWhereATableSaysSo() throws IOException {
    Path file = tree.file("Dockerfile", INSTALLS);
    Path table = Files.writeString(directory.resolve("programs.txt"), "harmless: fetch-models # it downloads to /models alone\n");
    String without = Called.with("--transforms", "mountCache", "--diff", file).exits(0).out();
    String with = Called.with("--transforms", "mountCache", "--programs", table, "--diff", file).exits(0).out();
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
