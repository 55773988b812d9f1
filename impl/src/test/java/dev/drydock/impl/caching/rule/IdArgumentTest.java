package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.CacheIds.byPlatform;
import static dev.drydock.caching.CacheIds.byRelease;
import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.caching.Transforms.pythonCaching;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.CacheIds;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;

/** The arguments that ids of mounts name are declared (hazard 11). */
class IdArgumentTest {

  private static final Transform ARCHITECTURE = mountCache(PIP.withId("$TARGETARCH"));
  private static final String MOUNT_BY_ID =
      "RUN --mount=type=cache,id=$TARGETARCH/root/.cache/pip,target=/root/.cache/pip \\\n    pip install a\n";

  @Test
  void theMainJobTakesReleaseAndPlatform() {
    CacheIds ids = byRelease().and(byPlatform());
    assertRewrites(
        pythonCaching(APT.withIds(ids), PIP.withIds(ids)),
        """
        FROM python:3.12-slim-bookworm
        # hadolint ignore=DL3008
        RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
        RUN pip install --no-cache-dir a
        """,
        """
        # syntax=docker/dockerfile:1
        FROM python:3.12-slim-bookworm
        ARG TARGETARCH
        ARG TARGETVARIANT
        # apt keeps what it downloads where its cache is mounted, and cleans up elsewhere as before
        RUN [ ! -f /etc/apt/apt.conf.d/docker-clean ] || { \\
            sed -i 's,"rm -f,"mountpoint -q /var/cache/apt || mountpoint -q /var/cache/apt/archives || rm -f,' /etc/apt/apt.conf.d/docker-clean; \\
            echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache; }

        # hadolint ignore=DL3008
        RUN --mount=type=cache,id=debian-bookworm/$TARGETARCH$TARGETVARIANT/var/cache/apt,target=/var/cache/apt,sharing=locked \\
            --mount=type=cache,id=debian-bookworm/$TARGETARCH$TARGETVARIANT/var/lib/apt/lists,target=/var/lib/apt/lists,sharing=locked \\
            apt-get update && apt-get install -y curl
        RUN --mount=type=cache,id=debian-bookworm/$TARGETARCH$TARGETVARIANT/root/.cache/pip,target=/root/.cache/pip \\
            pip install a
        """);
  }

  @Test
  void anArgumentIsDeclaredOnceAStageBehindTheFrom() {
    Rewrite rewrite =
        assertRewrites(
            ARCHITECTURE,
            "FROM python:3 AS a\nWORKDIR /a\nRUN pip install a\nRUN pip install a\n\nFROM a\nUSER root\nRUN pip install a\n",
            "FROM python:3 AS a\nARG TARGETARCH\nWORKDIR /a\n" + MOUNT_BY_ID + MOUNT_BY_ID
                + "\nFROM a\nARG TARGETARCH\nUSER root\n" + MOUNT_BY_ID);
    assertThat(rewrite.notes().filter(note -> note.rule().equals("mount-cache/pip/argument")).map(note -> note.line()))
        .containsExactly(1, 6);
  }

  @Test
  void whatIsDeclaredIsNotDeclaredAgain() {
    assertRewrites(
        ARCHITECTURE,
        "ARG TARGETARCH\nFROM python:3\nUSER root\nARG TARGETARCH OTHER\nRUN echo $TARGETARCH\nRUN pip install a\n",
        "ARG TARGETARCH\nFROM python:3\nUSER root\nARG TARGETARCH OTHER\nRUN echo $TARGETARCH\n" + MOUNT_BY_ID);
  }

  @Test
  void whatIsDeclaredBehindTheRunOrOutsideOfTheStageIsDeclaredHereToo() {
    assertRewrites(
        ARCHITECTURE,
        "ARG TARGETARCH\nFROM python:3\nRUN pip install a\nARG TARGETARCH\nRUN echo $TARGETARCH\n",
        "ARG TARGETARCH\nFROM python:3\nARG TARGETARCH\n" + MOUNT_BY_ID + "ARG TARGETARCH\nRUN echo $TARGETARCH\n");
    assertRewrites(
        ARCHITECTURE,
        "FROM python:3 AS a\nARG TARGETARCH\nFROM a\nRUN echo $TARGETARCH\nRUN pip install a\n",
        "FROM python:3 AS a\nARG TARGETARCH\nFROM a\nARG TARGETARCH\nRUN echo $TARGETARCH\n" + MOUNT_BY_ID);
  }

  @Test
  void theArgumentsStandInOneOrderWhoeverNeedsThem() {
    String before = "FROM python:3\nARG TARGETOS\nRUN pip install a\nRUN uv pip install --system b\n";
    String after =
        """
        FROM python:3
        ARG BUILDARCH
        ARG TARGETOS
        ARG TARGETVARIANT
        RUN --mount=type=cache,id=$TARGETVARIANT/root/.cache/pip,target=/root/.cache/pip \\
            pip install a
        RUN --mount=type=cache,id=$BUILDARCH/root/.cache/uv,target=/root/.cache/uv \\
            uv pip install --system b
        """;
    Transform pip = mountCache(PIP.withId("$TARGETVARIANT"));
    Transform uv = mountCache(UV.withId("$BUILDARCH"));
    assertRewrites(pip.andThen(uv), before, after);
    assertRewrites(uv.andThen(pip), before, after);
    assertRewrites(mountCache(PIP.withId("$TARGETVARIANT"), UV.withId("$BUILDARCH")), before, after);
  }
}
