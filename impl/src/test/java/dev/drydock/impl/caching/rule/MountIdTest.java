package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.CacheIds.byPlatform;
import static dev.drydock.caching.CacheIds.byRelease;
import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.caching.Transforms.pythonCaching;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.CacheIds;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The id of a mount may name a variable only where it tells caches apart (hazard 11). */
class MountIdTest {

  private static final Transform PLATFORM = mountCache(PIP.withIds(byPlatform()));
  private static final Transform ARCHITECTURE = mountCache(PIP.withId("$TARGETARCH"));
  private static final String MOUNT_BY_ID =
      "RUN --mount=type=cache,id=$TARGETARCH/root/.cache/pip,target=/root/.cache/pip \\\n    pip install a\n";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM python:3\nRUN pip install a && ./fetch $TARGETARCH\n",
        "FROM python:3\nRUN ./fetch ${TARGETARCH:-amd64}\nRUN pip install a\n",
        "FROM python:3\nRUN pip install a\nCOPY bin-$TARGETARCH /bin\n",
        "FROM python:3 AS a\nRUN pip install a\n\nFROM a\nRUN ./fetch $TARGETARCH\n",
        "FROM python:3\nRUN --mount=type=cache,id=go-$TARGETARCH,target=/go make\nRUN pip install a\n",
        "FROM python:3\nARG NAME=app-$TARGETARCH\nRUN pip install a\n",
        "FROM python:3\nRUN pip install a\nONBUILD RUN ./fetch $TARGETARCH\n",
        "FROM python:3\nONBUILD ENV TARGETARCH=arm64\nRUN pip install a\n",
      })
  void whatIsUsedWithoutADeclarationIsNotDeclared(String file) {
    assertKept(ARCHITECTURE, file, "mount-cache/pip/id", "$TARGETARCH");
  }

  @Test
  void whatKeepsBothOfAptsCachesAwayIsSaidOnce() {
    String file = "FROM debian:12\nARG TARGETARCH=amd64\nRUN apt-get update && apt-get install -y a\n";
    assertThat(assertKept(mountCache(APT.withIds(byPlatform())), file, "mount-cache/apt/id", "$TARGETARCH").notes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM python:3\nARG TARGETARCH=amd64\nRUN pip install a\n",
        "FROM python:3\nENV TARGETARCH=amd64\nRUN pip install a\n",
        "FROM python:3 AS a\nENV A=b TARGETARCH=amd64\nFROM a\nRUN pip install a\n",
        "ARG TARGETARCH=amd64\nFROM python:3\nARG TARGETARCH\nRUN pip install a\n",
      })
  void whatTheFileSetsItselfDoesNotTellPlatformsApart(String file) {
    Rewrite rewrite = assertKept(ARCHITECTURE, file, "mount-cache/pip/id", "$TARGETARCH");
    Rewrite used = assertKept(ARCHITECTURE, "FROM python:3\nRUN pip install a && ./fetch $TARGETARCH\n", "mount-cache/pip/id");
    assertThat(reason(rewrite, "mount-cache/pip/id")).isNotEqualTo(reason(used, "mount-cache/pip/id"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM python:3\nRUN echo $TARGETARCH\nARG TARGETARCH\nRUN pip install a\n",
        "FROM python:3\nARG TARGETARCH\nENV ARCH=$TARGETARCH\nRUN pip install a\n",
        "FROM python:3\nARG TARGETARCH\nRUN pip install a\nFROM debian:12\nRUN echo $TARGETARCH\n",
        "FROM python:3\nARG TARGETARCH\nENV MY_TARGETARCH=arm64 TARGETARCHS=all\nRUN pip install a\n"
      })
  void whatIsDeclaredIsUsedWhereverElseItIsNamed(String file) {
    assertRewrites(ARCHITECTURE, file, file.replace("RUN pip install a\n", MOUNT_BY_ID));
  }

  @Test
  void aStageThatIsNotBuiltOnThisOneMayUseItUndeclared() {
    assertRewrites(
        ARCHITECTURE,
        "FROM python:3\nRUN pip install a\nFROM debian:12\nRUN ./fetch $TARGETARCH\n",
        "FROM python:3\nARG TARGETARCH\n" + MOUNT_BY_ID + "FROM debian:12\nRUN ./fetch $TARGETARCH\n");
  }

  @Test
  void anotherStageMaySetOrUseItAsItLikes() {
    assertRewrites(
        ARCHITECTURE,
        "FROM golang AS go\nARG TARGETARCH=arm64\nRUN make $TARGETARCH\nFROM python:3\nRUN pip install a\n",
        "FROM golang AS go\nARG TARGETARCH=arm64\nRUN make $TARGETARCH\nFROM python:3\nARG TARGETARCH\n" + MOUNT_BY_ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker/dockerfile:1.2", "docker/dockerfile:1.2.1", "docker/dockerfile:1.2-labs", "docker/dockerfile:experimental",
        "docker/dockerfile:1.0-experimental"
      })
  void aFrontendFromBeforeVariablesGetsNone(String frontend) {
    assertKept(
        PLATFORM, "# syntax=" + frontend + "\nFROM python:3\nRUN pip install a\n", "mount-cache/pip/id");
    assertMarked(
        mountCache(PIP.withIds(byRelease())),
        "# syntax=" + frontend + "\nFROM python:3\n"
            + "RUN «+--mount=type=cache,id=python:3/root/.cache/pip,target=/root/.cache/pip \\\n    »pip install a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker/dockerfile:1", "docker/dockerfile:1.3", "docker/dockerfile:1.10.0", "docker/dockerfile:1.3-labs",
        "docker/dockerfile:1-labs", "docker/dockerfile", "docker/dockerfile:1.7@sha256:0", "docker/dockerfile-upstream:master"
      })
  void aFrontendThatKnowsVariablesGetsThem(String frontend) {
    assertRewrites(
        ARCHITECTURE,
        "# syntax=" + frontend + "\nFROM python:3\nRUN pip install a\n",
        "# syntax=" + frontend + "\nFROM python:3\nARG TARGETARCH\n" + MOUNT_BY_ID);
  }

  @Test
  void theMainJobRaisesAnOldFrontendAndThenKnowsThem() {
    assertRewrites(
        pythonCaching(PIP.withId("$TARGETARCH")),
        "# syntax=docker/dockerfile:1.1\nFROM python:3\nRUN pip install a\n",
        "# syntax=docker/dockerfile:1\nFROM python:3\nARG TARGETARCH\n" + MOUNT_BY_ID);
  }

  @Test
  void whatIsNotMountedKeepsWhatDefeatsItsCache() {
    assertKept(
        pythonCaching(PIP.withId("$TARGETARCH")),
        "FROM python:3\nENV TARGETARCH=x\nRUN pip install --no-cache-dir a\n",
        "mount-cache/pip/id");
  }

  @Test
  void inOnbuildThereIsNoneOfTheArgumentsHere() {
    assertKept(ARCHITECTURE, "FROM python:3\nARG TARGETARCH\nONBUILD RUN pip install a\n", "mount-cache/pip/id");
    assertRewrites(
        mountCache(PIP.withIds(byRelease())),
        "FROM debian:12\nONBUILD RUN pip install a\n",
        "FROM debian:12\nONBUILD RUN --mount=type=cache,id=debian-bookworm/root/.cache/pip,target=/root/.cache/pip \\\n    pip install a\n");
  }

  @Test
  void aVariableOfOnesOwnMustBeDeclaredByOneself() {
    Transform own = mountCache(PIP.withId("$TEAM-"));
    assertKept(own, "ARG TEAM=one\nFROM python:3\nRUN pip install a\n", "mount-cache/pip/id");
    assertKept(own, "FROM python:3\nRUN pip install a\nARG TEAM\n", "mount-cache/pip/id");
    for (String declared : new String[] {"ARG TEAM\n", "ENV TEAM=one\n"}) {
      assertRewrites(
          own,
          "FROM python:3\n" + declared + "RUN pip install a\n",
          "FROM python:3\n" + declared
              + "RUN --mount=type=cache,id=$TEAM-/root/.cache/pip,target=/root/.cache/pip \\\n    pip install a\n");
    }
  }

  @Test
  void anImageThatOnlyABuildArgumentKnowsIsTheStagesToDeclare() {
    Transform release = mountCache(PIP.withIds(byRelease()));
    assertKept(release, "ARG BASE\nFROM $BASE\nUSER root\nRUN pip install a\n", "mount-cache/pip/id");
    assertRewrites(
        release,
        "ARG BASE\nFROM $BASE\nARG BASE\nUSER root\nRUN pip install a\n",
        "ARG BASE\nFROM $BASE\nARG BASE\nUSER root\n"
            + "RUN --mount=type=cache,id=by-argument/${BASE}/root/.cache/pip,target=/root/.cache/pip \\\n    pip install a\n");
  }

  @Test
  void aFunctionMayChooseForSomeStagesOnly() {
    CacheIds some = (target, stage) -> stage.name().map(name -> name + target);
    assertRewrites(
        mountCache(PIP.withIds(some)),
        "FROM python:3 AS test\nRUN pip install a\nFROM python:3\nRUN pip install a\n",
        "FROM python:3 AS test\nRUN --mount=type=cache,id=test/root/.cache/pip,target=/root/.cache/pip \\\n    pip install a\n"
            + "FROM python:3\nRUN --mount=type=cache,target=/root/.cache/pip \\\n    pip install a\n");
    assertThat(some.id("/c", Dockerfile.parse("FROM a\n").stages().head())).isEqualTo(Option.none());
  }
}
