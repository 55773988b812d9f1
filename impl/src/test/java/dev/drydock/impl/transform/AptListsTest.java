package dev.drydock.impl.transform;

import static dev.drydock.caching.Transforms.pythonCaching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where apt's lists may lie in a mount: what fetches them surely, and who else may need them in the image (hazard 2). */
class AptListsTest {

  private static final String LISTS = "target=/var/lib/apt/lists";
  private static final String UPDATE = "FROM debian:12 AS base\nRUN apt-get update && apt-get install -y git\n";

  private static Rewrite refitted(String dockerfile) {
    return pythonCaching().withoutSyntax().apply(Dockerfile.parse(dockerfile));
  }

  private static String text(String dockerfile) {
    return refitted(dockerfile).after().text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[ -n \"$REFRESH\" ] && apt-get update; apt-get install -y x",
        "{ test -e /x && apt-get update; }; apt-get install -y x",
        "(cd /x && apt-get update) || true; apt-get install -y x",
        "cd /x && apt-get update || echo offline; apt-get install -y x"
      })
  void anUpdateThatAFailureBeforeItSkipsIsNoUpdate(String run) {
    assertThat(text("FROM debian:12\nRUN apt-get update\nRUN " + run + "\n")).doesNotContain(LISTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cd /x && apt-get update && apt-get install -y x", "set -e; cd /x; apt-get update; apt-get install -y x",
        "(cd /x && apt-get update && apt-get install -y x)", "{ apt-get update; } && apt-get install -y x",
        "cd /x && apt-get update && apt-get install -y x; rm -rf /tmp/x", "a | b && apt-get update && apt-get install -y x"
      })
  void anUpdateWithoutWhichTheRunFailsIsOne(String run) {
    assertThat(text("FROM debian:12\nRUN " + run + "\n")).contains(LISTS);
  }

  @Test
  void listsThatMayStayAreNeededByALaterInstall() {
    assertThat(
            text(
                """
                FROM debian:12
                RUN apt-get update && apt-get install -y a; [ -n "$SLIM" ] && rm -rf /var/lib/apt/lists/*; true
                RUN apt-get install -y b
                """))
        .doesNotContain(LISTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV APT=\"apt-get install -y\"\nRUN $APT wget", "ARG INST\nRUN eval \"$INST wget\"",
        "COPY setup /usr/local/bin/setup\nRUN setup", "RUN /src/install", "RUN ./install_deps.py", "RUN make install-deps",
        "RUN python3 tools/install_prereqs.py", "RUN puppet apply x.pp", "RUN apt-file search x", "RUN $TOOL --all"
      })
  void listsStayWhereAProgramOfTheFileMayNeedThem(String later) {
    assertThat(text(UPDATE + later + "\n")).doesNotContain(LISTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV PIP=pip3\nRUN $PIP --version", "RUN ./configure && make && make install", "RUN python setup.py install",
        "RUN /opt/venv/bin/tool --all", "RUN $PYTHON -m build", "RUN python manage.py collectstatic", "RUN eval 'echo hi'",
        "RUN /usr/lib/x/postinst", "RUN ./gradlew build"
      })
  void programsThatDoNotSetAMachineUpAreNoReason(String later) {
    assertThat(text(UPDATE + later + "\n")).contains(LISTS);
  }

  @Test
  void whatAnOnBuildHoldsRunsBehindTheWholeStage() {
    assertThat(
            text(
                """
                FROM debian:12
                ONBUILD RUN apt-get install -y wget
                RUN apt-get update && apt-get install -y curl
                """))
        .doesNotContain(LISTS);
    assertThat(
            text(
                """
                FROM python:3.12
                ONBUILD RUN pip install --no-cache-dir -r requirements.txt
                RUN useradd -m app
                USER app
                """))
        .doesNotContain("--mount");
  }

  @Test
  void aStageMayBeBuiltOnAnyThatItsVariableMayName() {
    String variant = "ARG VARIANT=b\n" + UPDATE.replace("base", "v-a") + "FROM debian:12 AS v-b\nFROM v-${VARIANT}\n";
    assertThat(text(variant + "RUN apt-get install -y wget\n")).doesNotContain(LISTS);
    assertThat(text(variant + "RUN true\n")).contains(LISTS);
    assertThat(text(variant.replace("v-${VARIANT}", "w-${VARIANT}") + "RUN apt-get install -y wget\n")).contains(LISTS);
  }

  @Test
  void aStageThatCopiesAllOfAnotherIsBuiltOnIt() {
    String squashed = UPDATE + "FROM scratch\nCOPY --from=base / /\n";
    assertThat(text(squashed + "RUN apt-get install -y wget\n")).doesNotContain(LISTS);
    assertThat(text(squashed + "RUN true\n")).contains(LISTS);
  }

  @Test
  void aCacheThatBeginsWithFilesOfAStageReadsThem() {
    assertThat(text(UPDATE + "FROM debian:12\nRUN --mount=type=cache,from=base,source=/var/lib/apt/lists,target=/l ls /l\n"))
        .doesNotContain(LISTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apt-get update -o Dir::Etc::sourcelist=x.list -o APT::Get::List-Cleanup=0 && apt-get install -y x",
        "apt-get -oDir::Cache::Archives=/debs update && apt-get install -y x", "apt-get update && apt-get install -yd x",
        "apt-get update && apt-get install -y -o dir::cache::archives=/debs x"
      })
  void optionsUnderWhichAMountDoesHarmAreSeenInEverySpelling(String run) {
    Rewrite rewrite = refitted("FROM debian:12\nRUN " + run + "\n");
    assertThat(rewrite.changed()).isFalse();
    assertThat(rewrite.notes(Note.Kind.KEPT).map(Note::rule)).contains("mount-cache/apt/refused-setting");
  }

  @Test
  void aptsDirectoriesMayBeMovedByAFile() {
    assertThat(
            text(
                """
                FROM debian:12
                RUN echo 'Dir::Cache::Archives "/debs";' > /etc/apt/apt.conf.d/99x
                RUN apt-get update && apt-get install -y x && apt-get clean
                """))
        .doesNotContain("--mount").contains("apt-get clean");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "until apt-get update && apt-get install -y x; do rm -rf /var/lib/apt/lists/*; sleep 1; done",
        "apt-get update || (rm -rf /var/lib/apt/lists/* && apt-get update) && apt-get install -y x"
      })
  void aRemovalThatRepairsTheListsStays(String run) {
    assertThat(text("FROM debian:12\nRUN " + run + "\n")).contains("rm -rf /var/lib/apt/lists/*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"which apt-get && apt-get update && apt-get install -y x || yum install -y x", "(apt-get update && apt-get install -y x) || apk add x", "[ -f /etc/debian_version ] && apt-get update; true"})
  void anImageThatMayHaveNoAptIsNotConfigured(String run) {
    assertThat(text("FROM centos:7\nRUN " + run + "\n")).doesNotContain("keep-cache");
  }

  @Test
  void listsThatAnInstallTookForGrantedAreThereToBeDeleted() {
    String deletes = "RUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*\n";
    assertThat(text("FROM debian:12\nRUN curl -fsSL https://a/setup | bash - && apt-get install -y nodejs\n" + deletes))
        .doesNotContain(LISTS)
        .contains("rm -rf /var/lib/apt/lists/*");
  }

  @Test
  void listsThatWereLeftInTheImageAreSpokenOf() {
    assertThat(refitted(UPDATE).explain()).contains("its lists are not in the image any more");
    assertThat(refitted("FROM debian:12\nRUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*\n").explain())
        .doesNotContain("any more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"alt:p10", "termux/termux-docker"})
  void theAptOfAnotherFamilyIsLeftAlone(String image) {
    assertThat(refitted("FROM " + image + "\nRUN apt-get update && apt-get install -y x\n").changed()).isFalse();
  }

  @Test
  void anInstallThatUpdatesByItselfFetchesItsLists() {
    assertThat(text("FROM debian:13\nRUN apt-get install --update -y x\n")).contains(LISTS);
    assertThat(text("FROM debian:13\nRUN apt-get install -y x\n")).doesNotContain(LISTS);
  }

  @Test
  void archivesThatALaterInstallTakesFromTheImageStayThere() {
    assertThat(text("FROM debian:12\nRUN apt-get update && apt-get install -y nginx\nRUN apt-get install -y --no-download nginx\n"))
        .doesNotContain("--mount");
  }
}
