package dev.drydock.impl.transform;

import static dev.drydock.impl.transform.TransformAssertions.assertKept;
import static dev.drydock.impl.transform.TransformAssertions.assertMarked;
import static dev.drydock.impl.transform.TransformAssertions.assertNoted;
import static dev.drydock.impl.transform.TransformAssertions.reason;
import static dev.drydock.caching.Transforms.pythonCaching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where apt's lists may lie in a mount: what fetches them surely, and who else may need them in the image (hazard 2). */
class AptListsTest {

  private static final Transform MAIN = pythonCaching().withoutSyntax();
  private static final String LISTS = "/var/lib/apt/lists";

  /** A first stage whose RUN gets both mounts, and one whose lists stay in the image. */
  private static final String MOUNTED = "FROM debian:12 AS base\n«keep»RUN «archives»«lists»apt-get update && apt-get install -y git\n";

  private static final String STAY = MOUNTED.replace("«lists»", "");

  private static Rewrite assertListsStay(String marked) {
    Rewrite rewrite = assertMarked(MAIN, marked);
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/lists", LISTS);
    return rewrite;
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
    assertListsStay("FROM debian:12\nRUN apt-get update\n«keep»RUN «archives»" + run + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cd /x && apt-get update && apt-get install -y x", "set -e; cd /x; apt-get update; apt-get install -y x",
        "(cd /x && apt-get update && apt-get install -y x)", "{ apt-get update; } && apt-get install -y x",
        "cd /x && apt-get update && apt-get install -y x; rm -rf /tmp/x", "a | b && apt-get update && apt-get install -y x"
      })
  void anUpdateWithoutWhichTheRunFailsIsOne(String run) {
    assertMarked(MAIN, "FROM debian:12\n«keep»RUN «archives»«lists»" + run + "\n");
  }

  @Test
  void listsThatMayStayAreNeededByALaterInstall() {
    assertListsStay(
        """
        FROM debian:12
        «keep»RUN «archives»apt-get update && apt-get install -y a; [ -n "$SLIM" ] && rm -rf /var/lib/apt/lists/*; true
        RUN «archives»apt-get install -y b
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV APT=\"apt-get install -y\"\nRUN $APT wget", "ARG INST\nRUN eval \"$INST wget\"",
        "COPY setup /usr/local/bin/setup\nRUN setup", "RUN /src/install", "RUN ./install_deps.py", "RUN make install-deps",
        "RUN python3 tools/install_prereqs.py", "RUN puppet apply x.pp", "RUN apt-file search x", "RUN $TOOL --all"
      })
  void listsStayWhereAProgramOfTheFileMayNeedThem(String later) {
    Rewrite rewrite = assertListsStay(STAY.replace("«keep»", "") + later + "\n");
    assertNoted(rewrite, Note.Kind.KEPT, "keep-apt-cache/unmounted", later.substring(later.lastIndexOf("RUN ")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV PIP=pip3\nRUN $PIP --version", "RUN ./configure && make && make install", "RUN python setup.py install",
        "RUN /opt/venv/bin/tool --all", "RUN $PYTHON -m build", "RUN python manage.py collectstatic", "RUN eval 'echo hi'",
        "RUN /usr/lib/x/postinst", "RUN ./gradlew build"
      })
  void programsThatDoNotSetAMachineUpAreNoReason(String later) {
    assertMarked(MAIN, MOUNTED + later + "\n");
  }

  @Test
  void whatAnOnBuildHoldsRunsBehindTheWholeStage() {
    assertListsStay(
        """
        FROM debian:12
        ONBUILD RUN «archives»apt-get install -y wget
        «keep»RUN «archives»apt-get update && apt-get install -y curl
        """);
    assertKept(
        MAIN,
        """
        FROM python:3.12
        ONBUILD RUN pip install --no-cache-dir -r requirements.txt
        RUN useradd -m app
        USER app
        """,
        "mount-cache/pip/user",
        "pip install --no-cache-dir -r requirements.txt");
  }

  @Test
  void aStageMayBeBuiltOnAnyThatItsVariableMayName() {
    String end = "FROM debian:12 AS v-b\nFROM v-${VARIANT}\n";
    String stay = "ARG VARIANT=b\n" + STAY.replace("base", "v-a") + end;
    String mounted = "ARG VARIANT=b\n" + MOUNTED.replace("base", "v-a") + end;
    assertListsStay(stay + "«keep»RUN «archives»apt-get install -y wget\n");
    assertMarked(MAIN, mounted + "RUN true\n");
    assertMarked(MAIN, mounted.replace("v-${VARIANT}", "w-${VARIANT}") + "«keep»RUN «archives»apt-get install -y wget\n");
  }

  @Test
  void aStageThatCopiesAllOfAnotherIsBuiltOnIt() {
    String squashed = "FROM scratch\nCOPY --from=base / /\n";
    assertListsStay(STAY + squashed + "«keep»RUN «archives»apt-get install -y wget\n");
    assertMarked(MAIN, MOUNTED + squashed + "RUN true\n");
  }

  @Test
  void aCacheThatBeginsWithFilesOfAStageReadsThem() {
    String reader = "RUN --mount=type=cache,from=base,source=/var/lib/apt/lists,target=/l ls /l";
    Rewrite rewrite = assertMarked(MAIN, STAY + "FROM debian:12\n" + reader + "\n");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/reader", reader);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          apt-get update -o Dir::Etc::sourcelist=x.list -o APT::Get::List-Cleanup=0 && apt-get install -y x | Dir::Etc::sourcelist=x.list
          apt-get -oDir::Cache::Archives=/debs update && apt-get install -y x | -oDir::Cache::Archives=/debs
          apt-get update && apt-get install -yd x | -yd
          apt-get update && apt-get install -y -o dir::cache::archives=/debs x | dir::cache::archives=/debs
          """)
  void optionsUnderWhichAMountDoesHarmAreSeenInEverySpelling(String run, String option) {
    assertKept(MAIN, "FROM debian:12\nRUN " + run + "\n", "mount-cache/apt/refused-setting", option);
  }

  @Test
  void aptsDirectoriesMayBeMovedByAFile() {
    assertKept(
        MAIN,
        """
        FROM debian:12
        RUN echo 'Dir::Cache::Archives "/debs";' > /etc/apt/apt.conf.d/99x
        RUN apt-get update && apt-get install -y x && apt-get clean
        """,
        "mount-cache/apt/refused-setting",
        "RUN echo 'Dir::Cache::Archives \"/debs\";' > /etc/apt/apt.conf.d/99x");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "until apt-get update && apt-get install -y x; do rm -rf /var/lib/apt/lists/*; sleep 1; done",
        "apt-get update || (rm -rf /var/lib/apt/lists/* && apt-get update) && apt-get install -y x"
      })
  void aRemovalThatRepairsTheListsStays(String run) {
    assertMarked(MAIN, "FROM debian:12\n«keep»RUN «archives»«lists»" + run + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«archives»«lists»which apt-get && apt-get update && apt-get install -y x || yum install -y x",
        "«archives»«lists»(apt-get update && apt-get install -y x) || apk add x"
      })
  void anImageThatMayHaveNoAptIsNotConfigured(String run) {
    Rewrite rewrite = assertMarked(MAIN, "FROM centos:7\nRUN " + run + "\n");
    assertNoted(rewrite, Note.Kind.KEPT, "keep-apt-cache/conditional", "apt-get install -y x");
  }

  @Test
  void anUpdateOnAConditionAloneIsNothingToSpeakOf() {
    assertKept(
        MAIN,
        "FROM centos:7\nRUN [ -f /etc/debian_version ] && apt-get update; true\n",
        "mount-cache/apt/lists",
        "apt-get update");
  }

  @Test
  void listsThatAnInstallTookForGrantedAreThereToBeDeleted() {
    assertListsStay(
        """
        FROM debian:12
        «keep»RUN «archives»curl -fsSL https://a/setup | bash - && apt-get install -y nodejs
        RUN «archives»apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*
        """);
  }

  @Test
  void listsThatWereLeftInTheImageAreSpokenOf() {
    String deleted = MOUNTED.replace("git\n", "git«- && rm -rf /var/lib/apt/lists/*»\n");
    String plain = reason(assertMarked(MAIN, deleted), "mount-cache/apt/mounted");
    assertThat(reason(assertMarked(MAIN, MOUNTED), "mount-cache/apt/mounted")).startsWith(plain).isNotEqualTo(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"alt:p10", "termux/termux-docker"})
  void theAptOfAnotherFamilyIsLeftAlone(String image) {
    assertKept(
        MAIN, "FROM " + image + "\nRUN apt-get update && apt-get install -y x\n", "mount-cache/apt/refused-setting", image);
  }

  @Test
  void anInstallThatUpdatesByItselfFetchesItsLists() {
    assertMarked(MAIN, "FROM debian:13\n«keep»RUN «archives»«lists»apt-get install --update -y x\n");
    assertListsStay("FROM debian:13\n«keep»RUN «archives»apt-get install -y x\n");
  }

  @Test
  void archivesThatALaterInstallTakesFromTheImageStayThere() {
    String later = "RUN apt-get install -y --no-download nginx";
    assertKept(
        MAIN,
        "FROM debian:12\nRUN apt-get update && apt-get install -y nginx\n" + later + "\n",
        "mount-cache/apt/reader",
        later);
  }
}
