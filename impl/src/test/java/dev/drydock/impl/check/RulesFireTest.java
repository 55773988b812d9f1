package dev.drydock.impl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that never fires says nothing: each of the newer ones is shown an output that breaks it, and one that does not. */
class RulesFireTest {

  private static final String ARCHIVES = "--mount=type=cache,target=/var/cache/apt,sharing=locked ";
  private static final String LISTS = "--mount=type=cache,target=/var/lib/apt/lists,sharing=locked ";
  private static final String PIP = "--mount=type=cache,target=/root/.cache/pip ";
  private static final String UV = "--mount=type=cache,target=/root/.cache/uv ";
  private static final String WHEELS = "--mount=type=tmpfs,target=/root/.cache/pip/wheels ";
  private static final String INSTALL = "apt-get update && apt-get install -y curl";
  private static final String DELETE = " && rm -rf /var/lib/apt/lists/*";
  private static final String CONDITIONAL =
      "RUN [ ! -f /etc/apt/apt.conf.d/docker-clean ] || { \\\n"
          + "    sed -i 's,\"rm -f,\"mountpoint -q /var/cache/apt || mountpoint -q /var/cache/apt/archives || rm -f,'"
          + " /etc/apt/apt.conf.d/docker-clean; \\\n"
          + "    echo 'Binary::apt::APT::Keep-Downloaded-Packages \"true\";' > /etc/apt/apt.conf.d/keep-cache; }\n";
  private static final String DOCUMENTED =
      "RUN rm -f /etc/apt/apt.conf.d/docker-clean; \\\n"
          + "    echo 'Binary::apt::APT::Keep-Downloaded-Packages \"true\";' > /etc/apt/apt.conf.d/keep-cache\n";

  @Test
  void archivesNeedAConfigurationThatKeepsThem() {
    assertBroken(run(INSTALL), run(ARCHIVES + INSTALL), "archives: apt deletes them");
    assertRight(run(INSTALL), CONDITIONAL + run(ARCHIVES + INSTALL));
    String own = "RUN rm /etc/apt/apt.conf.d/docker-clean\n";
    assertRight(own + run(INSTALL), own + run(ARCHIVES + INSTALL));
  }

  @Test
  void anotherStagesConfigurationKeepsNothing() {
    String stage = "FROM debian:12\n";
    assertBroken(stage + run(INSTALL), CONDITIONAL + stage + run(ARCHIVES + INSTALL), "archives: apt deletes them");
  }

  @Test
  void archivesNeedADownload() {
    assertBroken(run("apt-get update"), CONDITIONAL + run(ARCHIVES + "apt-get update"), "archives: it downloads nothing");
  }

  @Test
  void listsThatTheImageHadStayThere() {
    assertBroken(run(INSTALL), run(LISTS + INSTALL), "lists: the image had them");
    assertRight(run(INSTALL + DELETE), run(LISTS + INSTALL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "add-apt-repository -y ppa:deadsnakes/ppa",
        "curl -fsSL https://deb.nodesource.com/setup_20.x | bash -",
        "echo 'deb [signed-by=/k] https://download.docker.com/linux/x bookworm stable' > /etc/apt/sources.list.d/docker.list"
      })
  void listsAreNotSharedBesideAForeignRepository(String adds) {
    String text = adds + " && " + INSTALL;
    assertBroken(run(text + DELETE), run(LISTS + text), "15: lists are mounted");
    assertBroken(run(adds) + run(INSTALL + DELETE), run(adds) + run(LISTS + INSTALL), "15: lists are mounted");
    assertRight(run(INSTALL + DELETE) + run(adds), run(LISTS + INSTALL) + run(adds));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nvidia/cuda:12.4.1-base-ubuntu22.04", "ros:humble", "docker.io/library/postgres:17", "mariadb"})
  void listsAreNotSharedOnAnImageThatHasOne(String image) {
    String from = "FROM --platform=linux/amd64 " + image + " AS base\nFROM base\n";
    assertBroken(from, CONDITIONAL + run(INSTALL + DELETE), CONDITIONAL + run(LISTS + INSTALL), "15: lists are mounted");
    assertThat(broken(from.replace(image, "acme/" + image), run(INSTALL + DELETE), run(LISTS + INSTALL))).isEmpty();
  }

  @Test
  void distCleanDeletesLists() {
    assertRight(run(INSTALL + " && apt-get dist-clean"), run(LISTS + INSTALL));
  }

  @Test
  void aRepositoryThatIsAddedAfterTheUpdateHasNoListsYet() {
    String adds = " && echo 'deb https://example.com/apt stable main' > /etc/apt/sources.list.d/x.list";
    assertRight(run(INSTALL + DELETE + adds), run(LISTS + INSTALL + adds));
    String again = INSTALL + adds + " && " + INSTALL;
    assertBroken(run(again + DELETE), run(LISTS + again), "15: lists are mounted");
  }

  @Test
  void aRepositoryOfTheDistributionIsNotForeign() {
    String adds = "add-apt-repository universe && ";
    assertRight(run(adds + INSTALL + DELETE), run(LISTS + adds + INSTALL));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CFLAGS=-O3 pip install x",
        "HOROVOD_WITH_PYTORCH=1 pip install horovod",
        "export TORCH_CUDA_ARCH_LIST=8.0 && pip install x",
        "pip install --find-links /dist x",
        "pip install 'x @ https://example.com/x-main.zip'"
      })
  void buildsUnderSettingsStayOutOfTheCache(String command) {
    assertBroken(run(command), run(PIP + command), "12: ");
    assertRight(run(command), run(PIP + WHEELS + command));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pip install x==1", "PIP_INDEX_URL=https://i pip install x", "CFLAGS=-O3 pip install .", "pip install 'x @ https://e.org/x-1.0.zip'"})
  void otherBuildsMayBeShared(String command) {
    assertRight(run(command), run(PIP + command));
  }

  @Test
  void uvHasNoFolderToKeepBuildsOutOf() {
    String command = "CFLAGS=-O3 uv pip install x";
    assertBroken(run(command), run(UV + command), "12: ");
    assertBroken(run(command), run(UV + "--mount=type=tmpfs,target=/root/.cache/uv/wheels " + command), "12: ");
  }

  @Test
  void onlyPipsBuildsGoIntoATmpfs() {
    assertBroken(run("pip install x"), run("--mount=type=tmpfs,target=/tmp pip install x"), "other flags have changed");
  }

  @Test
  void aRemovalOfTheWholeCacheGoesOnlyIfNothingIsLeft() {
    String removal = " && rm -rf /root/.cache";
    assertRight(run("pip install x" + removal), run(PIP + "pip install x"));
    String two = "pip install x && uv sync";
    assertBroken(run(two + removal), run(PIP + two), "removal: what uv has");
    assertRight(run(two + removal), run(PIP + UV + two));
    String unknown = "pip install x && mytool";
    assertBroken(run(unknown + removal), run(PIP + unknown), "removal: mytool may");
    String earlier = run("poetry install");
    assertBroken(earlier + run("pip install x" + removal), earlier + run(PIP + "pip install x"), "removal: what pypoetry");
    String narrowed = "pip install x && mytool && find /root/.cache -mindepth 1 ! -path '/root/.cache/pip*' -delete";
    assertThat(broken("FROM python:3.12-slim\n", run(unknown + removal), run(PIP + narrowed))).doesNotContain("removal: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install --no-cache-dir x",
        "PIP_NO_CACHE_DIR=1 pip install x",
        "export PIP_NO_CACHE_DIR=1 && pip install x",
        "pip install --no-cache-dir x && pip wheel --no-cache-dir y"
      })
  void noMountBesideWhatSwitchesTheCacheOff(String command) {
    assertBroken(run(command), run(PIP + command), "off: pip");
    String another = command + " && unset PIP_NO_CACHE_DIR && pip install y";
    assertRight(run(another), run(PIP + another));
  }

  @Test
  void noMountWhereEnvSwitchesTheCacheOff() {
    assertBroken("ENV PIP_NO_CACHE_DIR=off\n" + run("pip install x"), "ENV PIP_NO_CACHE_DIR=off\n" + run(PIP + "pip install x"), "off: pip");
    assertBroken("ENV UV_NO_CACHE=1\n" + run("uv sync"), "ENV UV_NO_CACHE=1\n" + run(UV + "uv sync"), "off: uv");
    assertRight("ENV UV_NO_CACHE=0\n" + run("uv sync"), "ENV UV_NO_CACHE=0\n" + run(UV + "uv sync"));
    assertBroken(run("uv pip install -n x"), run(UV + "uv pip install -n x"), "off: uv");
  }

  @Test
  void aDirectoryIsMadeOnlyForAMount() {
    String user = "USER 1000:1000\nENV HOME=/h\n";
    String mount = "--mount=type=cache,target=/h/.cache/pip,uid=1000,gid=1000 ";
    assertRight(user + run("pip install x"), "RUN mkdir -p /h/.cache\n" + user + run(mount + "pip install x"));
    assertBroken(user + run("pip install x"), "RUN mkdir -p /h/.cache\n" + user + run("pip install x"), "inserted: /h/.cache");
  }

  @Test
  void whatIsInsertedFollowsTheCaseOfTheFile() {
    String lower = "run " + INSTALL + "\n";
    assertBroken("from debian:12\n", lower, CONDITIONAL + lower, "inserted: RUN is not in the case");
    assertThat(broken("from debian:12\n", lower, CONDITIONAL.replaceFirst("RUN", "run") + lower)).doesNotContain("inserted");
    assertBroken("FROM debian:12\n", run(INSTALL), CONDITIONAL.replaceFirst("RUN", "run") + run(INSTALL), "inserted: run");
  }

  @Test
  void theSyntaxIsNamedOnce() {
    String before = "\n# syntax=docker/dockerfile:1.0\nFROM debian:12\n";
    String twice = "# syntax=docker/dockerfile:1\n" + before;
    assertThat(Inserted.broken(rewritten(before, twice))).singleElement().asString().contains("second line names the syntax");
    assertThat(Inserted.broken(rewritten(before, before.replaceFirst(".*\n.*\n", "# syntax=docker/dockerfile:1\n")))).isEmpty();
  }

  @Test
  void dockerCleanIsNotDeleted() {
    assertBroken(run(INSTALL), DOCUMENTED + run(ARCHIVES + INSTALL), "inserted: docker-clean is deleted");
    assertRight(DOCUMENTED + run(INSTALL), DOCUMENTED + run(ARCHIVES + INSTALL));
  }

  private static String run(String text) {
    return "RUN " + text + "\n";
  }

  private static void assertBroken(String before, String after, String rule) {
    assertBroken("FROM python:3.12-slim\n", before, after, rule);
  }

  private static void assertBroken(String from, String before, String after, String rule) {
    assertThat(broken(from, before, after)).as(after).contains(rule);
  }

  private static void assertRight(String before, String after) {
    assertThat(broken("FROM python:3.12-slim\n", before, after)).as(after).isEmpty();
  }

  /** What is broken, one rule a line. */
  private static String broken(String from, String before, String after) {
    return String.join("\n", Rules.broken(rewritten(from + before, from + after)));
  }

  private static Rewritten rewritten(String before, String after) {
    return new Rewritten("", Rewrite.of(Dockerfile.parse(before), Dockerfile.parse(after)));
  }
}
