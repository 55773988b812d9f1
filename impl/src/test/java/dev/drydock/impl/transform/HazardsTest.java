package dev.drydock.impl.transform;

import static dev.drydock.impl.transform.TransformAssertions.assertKept;
import static dev.drydock.impl.transform.TransformAssertions.assertRewrites;
import static dev.drydock.impl.transform.TransformAssertions.assertUntouched;
import static dev.drydock.transform.PackageManagers.APT;
import static dev.drydock.transform.PackageManagers.PIP;
import static dev.drydock.transform.PackageManagers.UV;
import static dev.drydock.transform.Transforms.mountCache;
import static dev.drydock.transform.Transforms.pythonCaching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The hazards of a cache mount, each on both sides: changed where it is safe, left alone with a reason where not. */
class HazardsTest {

  private static final Transform MOUNT = mountCache(APT, PIP, UV);
  private static final Transform MAIN = pythonCaching().withoutSyntax();
  private static final String KEEP =
      """
      # Configure apt to keep downloaded packages for cache mount
      RUN rm -f /etc/apt/apt.conf.d/docker-clean; \\
          echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
      """;
  private static final String LISTS =
      "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n"
          + "    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\\n    ";
  private static final String ARCHIVES = "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n    ";
  private static final String PIP_MOUNT = "RUN --mount=type=cache,target=/root/.cache/pip \\\n    ";
  private static final String UV_MOUNT = "RUN --mount=type=cache,target=/root/.cache/uv \\\n    ";

  private static String python(String lines) {
    return "FROM python:3.12\n" + lines + "\n";
  }

  @Nested
  class RemovalsOfMountPoints {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "rm -rf /root/.cache", "rm -fr /root/.cache/pip", "rm -r -f ~/.cache", "rm --recursive /root/.cache/*",
          "rm -rf \"$HOME/.cache\"", "rm -rf /tmp/x /root/.cache", "find /root/.cache -delete", "rm -rf $CACHE_DIR",
          "rm -rf /root/.c*", "rm -rf /root/{.cache,.npm}"
        })
    void mountCacheNeverMountsWhatTheRunRemoves(String removal) {
      assertKept(MOUNT, python("RUN pip install a && " + removal), "mount-cache/pip/removes-mount-point");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm -rf /tmp/*", "rm -rf /root/*", "rm -f /root/.cache", "rm -rf ./build", "rm -rf $TMP_FILES"})
    void aRemovalOfSomethingElseIsNoReason(String removal) {
      assertRewrites(
          MOUNT, python("RUN pip install a && " + removal), python(PIP_MOUNT + "pip install a && " + removal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rm -rf /root/.cache", "rm -rf ~/.cache/pip", "rm -rf /root/.cache/pip/*", "pip cache purge"})
    void theMainJobTakesTheRemovalOfAPureCacheOut(String removal) {
      assertRewrites(MAIN, python("RUN pip install a && " + removal), python(PIP_MOUNT + "pip install a"));
    }

    @Test
    void theMainJobKeepsARemovalThatOtherToolsNeed() {
      assertKept(
          MAIN,
          python("RUN pip install a && playwright install && rm -rf /root/.cache"),
          "mount-cache/pip/removes-mount-point");
      assertKept(MAIN, python("RUN pip install a && rm -rf /root/.c*"), "mount-cache/pip/removes-mount-point");
    }

    @Test
    void theListsMayBeRemovedWithTheirDirectoryOnlyWhereTheMountIsAboveIt() {
      String run = "apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists";
      assertRewrites(
          mountCache(APT),
          python("RUN " + run),
          python(
              "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n"
                  + "    --mount=type=cache,target=/var/lib/apt,sharing=locked \\\n    "
                  + run));
      assertRewrites(mountCache(APT.listsOnly()), python("RUN " + run), python(ARCHIVES + run));
      assertRewrites(
          MAIN, python("RUN " + run), python(KEEP + LISTS + "apt-get update && apt-get install -y a"));
    }
  }

  @Nested
  class ListsOfASeparateUpdate {

    @Test
    void onlyTheArchivesAreMounted() {
      assertRewrites(
          MAIN,
          python("RUN apt-get update\nRUN apt-get install -y a"),
          python("RUN apt-get update\n" + KEEP + ARCHIVES + "apt-get install -y a"));
    }

    @Test
    void anUpdateBehindTheInstallOrUnderAConditionIsNone() {
      assertRewrites(
          mountCache(APT), python("RUN apt-get install -y a && apt-get update"),
          python(ARCHIVES + "apt-get install -y a && apt-get update"));
      assertRewrites(
          mountCache(APT), python("RUN apt-get install -y a || (apt-get update && apt-get install -y a)"),
          python(ARCHIVES + "apt-get install -y a || (apt-get update && apt-get install -y a)"));
    }

    @Test
    void aLaterStepMayLiveOnTheListsThatAreLeft() {
      String later = "RUN apt-get update && apt-get install -y a\nRUN apt-get install -y b";
      assertRewrites(
          mountCache(APT),
          python(later),
          python(ARCHIVES + "apt-get update && apt-get install -y a\n" + ARCHIVES + "apt-get install -y b"));
      assertRewrites(
          mountCache(APT),
          python("RUN apt-get update && apt-get install -y a\nRUN ./install.sh"),
          python(ARCHIVES + "apt-get update && apt-get install -y a\nRUN ./install.sh"));
    }

    @Test
    void aStageBuiltOnThisOneMayToo() {
      assertRewrites(
          mountCache(APT),
          "FROM debian:12 AS base\nRUN apt-get update && apt-get install -y a\nFROM base\nRUN apt-get install -y b\n",
          "FROM debian:12 AS base\n"
              + ARCHIVES
              + "apt-get update && apt-get install -y a\nFROM base\n"
              + ARCHIVES
              + "apt-get install -y b\n");
    }

    @Test
    void nothingLivesOnListsThatAreDeleted() {
      assertRewrites(
          MAIN,
          python("RUN apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*\nRUN ./install.sh"),
          python(LISTS + "apt-get update && apt-get install -y a\nRUN ./install.sh"));
    }

    @Test
    void listsOfAnEarlierStepThatAreDeletedHereStayDeleted() {
      assertRewrites(
          mountCache(APT.listsOnly()),
          python("RUN apt-get update\nRUN apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*"),
          python(
              "RUN apt-get update\n"
                  + ARCHIVES
                  + "apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*"));
    }
  }

  @Nested
  class MarksOfInstalledPackages {

    @ParameterizedTest
    @ValueSource(strings = {"apt-get autoremove -y", "apt-get purge -y --auto-remove gcc", "apt-mark auto '.*'"})
    void theWholeDirectoryIsNarrowedToTheLists(String command) {
      String run = "apt-get update && apt-get install -y a && " + command;
      Rewrite rewrite = assertRewrites(mountCache(APT), python("RUN " + run), python(LISTS + run));
      assertThat(rewrite.notes().map(Note::rule)).contains("mount-cache/apt/narrowed");
    }

    @Test
    void listsOnlyDoesSoEverywhere() {
      assertRewrites(
          mountCache(APT.listsOnly()),
          python("RUN apt-get update && apt-get install -y a"),
          python(LISTS + "apt-get update && apt-get install -y a"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV UV_LINK_MODE=symlink\nRUN uv sync", "RUN uv pip install --link-mode=symlink a",
        "RUN uv sync --link-mode symlink", "RUN UV_LINK_MODE=symlink uv sync"
      })
  void anImageNeverPointsIntoAMount(String lines) {
    assertKept(MAIN, python(lines), "mount-cache/uv/refused-setting");
  }

  @Test
  void otherLinkModesAreFine() {
    assertRewrites(
        MAIN, python("ENV UV_LINK_MODE=copy\nRUN uv sync"), python("ENV UV_LINK_MODE=copy\n" + UV_MOUNT + "uv sync"));
  }

  @Nested
  class OtherUsers {

    @Test
    void theCacheIsTheirsAndItsParentsAreMadeByThem() {
      assertRewrites(
          MAIN,
          python("RUN useradd -m -u 1000 app\nUSER app\nRUN pip install a\nRUN pip install b"),
          python(
              "RUN useradd -m -u 1000 app\nUSER app\nRUN mkdir -p /home/app/.cache/pip\n"
                  + "RUN --mount=type=cache,target=/home/app/.cache/pip,uid=1000,gid=1000 \\\n    pip install a\n"
                  + "RUN --mount=type=cache,target=/home/app/.cache/pip,uid=1000,gid=1000 \\\n    pip install b"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "USER app\nRUN pip install a", "RUN useradd -m app\nUSER app\nRUN pip install a",
          "ARG UID=1000\nRUN useradd -m -u $UID app\nUSER app\nRUN pip install a", "USER $NAME\nRUN pip install a",
          "RUN su app -c 'pip install a'"
        })
    void whereTheirNumbersAreUnknownNothingIsMounted(String lines) {
      assertKept(MAIN, python(lines), "mount-cache/pip/user");
    }

    @Test
    void whereTheirHomeMayBeMissingNothingIsMounted() {
      assertKept(
          MAIN, python("RUN useradd -u 1000 app\nUSER app\nRUN pip install a"), "mount-cache/pip/parents");
    }

    @Test
    void anImageWhoseUserIsAnotherIsLeftAlone() {
      assertKept(MAIN, "FROM jupyter/base-notebook\nRUN pip install a\n", "mount-cache/pip/user");
    }

    @Test
    void rootAgainIsRoot() {
      assertRewrites(
          MAIN, python("USER app\nUSER root\nRUN pip install a"), python("USER app\nUSER root\n" + PIP_MOUNT + "pip install a"));
    }

    @Test
    void sudoInstallsAsRoot() {
      assertRewrites(
          mountCache(APT.listsOnly()),
          python("USER app\nRUN sudo apt-get update && sudo apt-get install -y a"),
          python("USER app\n" + LISTS + "sudo apt-get update && sudo apt-get install -y a"));
    }

    @Test
    void whereRootIsNotKnownTheLayerStaysSmall() {
      assertKept(
          MAIN, "FROM example.com/base\nRUN pip install --no-cache-dir a\n", "drop-cache-defeaters/pip/user-unknown");
      assertRewrites(
          MAIN,
          "FROM example.com/base\nUSER root\nRUN pip install --no-cache-dir a\n",
          "FROM example.com/base\nUSER root\n" + PIP_MOUNT + "pip install a\n");
      assertRewrites(
          MAIN,
          "FROM example.com/base\nRUN apt-get update && apt-get install -y b && pip install --no-cache-dir a\n",
          "FROM example.com/base\n"
              + KEEP
              + "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n"
              + "    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\\n"
              + "    --mount=type=cache,target=/root/.cache/pip \\\n"
              + "    apt-get update && apt-get install -y b && pip install a\n");
    }
  }

  @Nested
  class RelocatedCaches {

    @Test
    void theMountFollowsThem() {
      for (String setting :
          new String[] {"ENV PIP_CACHE_DIR=/opt/c", "ENV HOME=/opt\nENV PIP_CACHE_DIR=$HOME/c", "ENV PIP_CACHE_DIR /opt/c"}) {
        assertRewrites(
            MAIN,
            python(setting + "\nRUN pip install a"),
            python(setting + "\nRUN --mount=type=cache,target=/opt/c \\\n    pip install a"));
      }
      assertRewrites(
          MAIN,
          python("ENV XDG_CACHE_HOME=/x\nRUN uv sync"),
          python("ENV XDG_CACHE_HOME=/x\nRUN --mount=type=cache,target=/x/uv \\\n    uv sync"));
      assertRewrites(
          MAIN,
          python("RUN pip install --cache-dir /c a"),
          python("RUN --mount=type=cache,target=/c \\\n    pip install --cache-dir /c a"));
      assertRewrites(
          MAIN,
          python("RUN export UV_CACHE_DIR=/c && uv sync"),
          python("RUN --mount=type=cache,target=/c \\\n    export UV_CACHE_DIR=/c && uv sync"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "ARG PIP_CACHE_DIR\nRUN pip install a", "ARG PIP_CACHE_DIR=/c\nRUN pip install a",
          "ENV PIP_CACHE_DIR=cache\nRUN pip install a", "ENV PIP_CACHE_DIR=~/c\nRUN pip install a",
          "ENV HOME=$ELSEWHERE\nRUN pip install a", "RUN pip config set global.cache-dir /c\nRUN pip install a",
          "RUN pip install --cache-dir=$(mktemp -d) a"
        })
    void whatABuildArgumentCanMoveIsLeftAlone(String lines) {
      assertKept(MAIN, python(lines), "mount-cache/pip/relocated");
    }

    @Test
    void aptsOwnDirectoriesStayWhereTheyAre() {
      assertKept(
          MAIN,
          python("RUN apt-get update && apt-get -o Dir::Cache::Archives=/a install -y b"),
          "mount-cache/apt/refused-setting");
    }
  }

  @Test
  void anotherMountAtTheTargetIsRespected() {
    assertKept(MAIN, python("RUN --mount=type=tmpfs,target=/root/.cache pip install a"), "mount-cache/pip/occupied");
    assertKept(
        MAIN,
        python("RUN --mount='type=bind,\"target=/root/.cache/pip\",from=x' pip install a"),
        "mount-cache/pip/occupied");
  }

  @Nested
  class FilesAtTheTarget {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "COPY wheels /root/.cache/pip\nRUN pip install a", "ADD c.tar /root/.cache/pip/\nRUN pip install a",
          "RUN cp -r /x /root/.cache/pip\nRUN pip install a", "RUN pip install a && cp -r /root/.cache/pip /opt",
          "RUN pip install a && chown -R app /root", "RUN pip install a && tar c ~/.cache/pip > /x"
        })
    void aMountWouldHideOrLoseThem(String lines) {
      assertKept(MAIN, python(lines), "mount-cache/pip/content");
    }

    @Test
    void aLaterStepOrStageReadsThem() {
      assertKept(
          MAIN,
          "FROM python:3 AS x\nRUN pip install a\nFROM y\nCOPY --from=x /root/.cache /root/.cache\n",
          "mount-cache/pip/reader");
      assertKept(MAIN, python("RUN pip install a\nRUN mv /root/.cache/pip /x"), "mount-cache/pip/reader");
      assertKept(
          MAIN,
          "FROM python:3 AS x\nRUN pip install a\nFROM y\nRUN --mount=from=x,source=/root/.cache/pip,target=/c ls\n",
          "mount-cache/pip/reader");
    }

    @Test
    void aCopyOfSomethingElseIsNoReason() {
      assertRewrites(
          MAIN,
          "FROM python:3 AS x\nRUN pip install a\nFROM y\nCOPY --from=x /usr/local /usr/local\n",
          "FROM python:3 AS x\n" + PIP_MOUNT + "pip install a\nFROM y\nCOPY --from=x /usr/local /usr/local\n");
    }

    @Test
    void packagesOfOtherServicesAreNotInstalledByAPattern() {
      String lines = "RUN apt-get update && apt-get install -y a && dpkg -i /var/cache/apt/archives/*.deb";
      Rewrite rewrite = MAIN.apply(Dockerfile.parse(python(lines)));
      assertThat(rewrite.after().text()).doesNotContain("/var/cache/apt,");
      assertThat(rewrite.notes().map(Note::rule)).contains("mount-cache/apt/content");
      assertKept(
          MAIN, python("RUN apt-get update && apt-get install -y --download-only a"), "mount-cache/apt/refused-setting");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CMD uvx ruff", "ENTRYPOINT [\"uv\", \"run\", \"--script\", \"a.py\"]", "CMD [\"uvx\", \"a\"]"})
    void aContainerThatUsesTheCacheKeepsIt(String command) {
      assertKept(MAIN, python("RUN uv pip install --system a\n" + command), "mount-cache/uv/run-time");
    }
  }

  @Nested
  class OtherInterpreters {

    @Test
    void theyAreLeftAlone() {
      assertKept(
          MAIN, python("SHELL [\"pwsh\", \"-c\"]\nRUN pip install a"), "mount-cache/pip/shell");
      assertKept(
          MAIN, python("RUN <<EOF\n#!/usr/bin/env python3\n# pip install a\nEOF"), "mount-cache/pip/interpreter");
      assertUntouched(MAIN, python("RUN python3 <<EOF\nimport this\nEOF"));
      assertThat(MAIN.apply(Dockerfile.parse(python("RUN <<EOF python3\npip install a\nEOF"))).changed()).isFalse();
    }

    @Test
    void theScriptThatAShellReadsFromAHeredocIsLookedInto() {
      assertThat(MAIN.apply(Dockerfile.parse(python("RUN bash -ex <<EOF\npip install a\nEOF"))).after().text())
          .contains("RUN --mount=type=cache,target=/root/.cache/pip \\\n    bash -ex <<EOF\npip install a\nEOF\n");
      assertKept(MAIN, python("RUN bash -ex <<EOF\npip install $(a)\nEOF"), "mount-cache/pip/unread");
    }

    @Test
    void whatCannotBeReadIsLeftAloneAndSaysWhere() {
      Rewrite rewrite = assertKept(MAIN, python("RUN pip install a && if true"), "mount-cache/pip/unread");
      assertThat(rewrite.notes().head().line()).isEqualTo(2);
    }
  }

  @Test
  void anOldOrUnknownFrontendGetsNoMounts() {
    assertKept(MAIN, "# syntax=docker/dockerfile:1.1\n" + python("RUN pip install a"), "mount-cache/pip/frontend");
    assertKept(MAIN, "# syntax=mirror.example.com/d:1\n" + python("RUN pip install a"), "mount-cache/pip/frontend");
    assertRewrites(
        pythonCaching(),
        "# syntax=docker/dockerfile:1.1\n" + python("RUN pip install a"),
        "# syntax=docker/dockerfile:1\n" + python(PIP_MOUNT + "pip install a"));
  }

  @Test
  void windowsImagesAreLeftAlone() {
    assertKept(
        MAIN, "FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN pip install a\n", "mount-cache/pip/windows");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV CMAKE_ARGS=-DCUDA=off\nRUN pip install a", "ARG TORCH_CUDA_ARCH_LIST\nRUN pip install a",
        "RUN CFLAGS=-O3 pip install a", "RUN pip install --no-binary :all: a", "RUN export FORCE_CUDA=1 && pip install a"
      })
  void wheelsBuiltUnderCompilerSettingsAreNotShared(String lines) {
    assertKept(MAIN, python(lines), "mount-cache/pip/build-settings");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUN pip install a <<EOF\n", "FROM\nRUN <<X\npip install a\n", "RUN pip install a\n"})
  void aFileThatCannotBeBuiltIsWhollyUntouched(String text) {
    assertKept(MAIN, text, "file/refused");
  }

  @Test
  void aTemplateIsDecidedInstructionByInstruction() {
    assertRewrites(
        MAIN, python("{{ if x }}\nRUN pip install a\n{{ end }}"), python("{{ if x }}\n" + PIP_MOUNT + "pip install a\n{{ end }}"));
  }
}
