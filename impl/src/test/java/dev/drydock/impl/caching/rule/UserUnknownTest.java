package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.dropCacheDefeaters;
import static dev.drydock.impl.caching.Examples.KEEP;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.PIP_MOUNT;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the base image's user is not known, what makes a layer small stays. */
class UserUnknownTest {

  private static final Transform DROP = dropCacheDefeaters(APT, PIP, UV);

  @Test
  void whereRootIsNotKnownDefeatersStay() {
    assertKept(
        DROP,
        "FROM example.com/x\nRUN --mount=type=cache,target=/root/.cache/pip pip install --no-cache-dir a\n",
        "drop-cache-defeaters/pip/user-unknown");
  }

  @Test
  void eachOfThemIsSaid() {
    Rewrite rewrite =
        assertKept(
            DROP,
            "FROM example.com/x\nRUN --mount=type=cache,target=/root/.cache/pip pip install --no-cache-dir a && pip install --no-cache b\n",
            "drop-cache-defeaters/pip/user-unknown");
    assertThat(rewrite.notes().map(Note::subject)).containsExactly("--no-cache-dir", "--no-cache");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python:3", "docker.io/library/python", "ghcr.io/astral-sh/uv:python3.12", "public.ecr.aws/docker/library/python:3",
        "nvidia/cuda:12"
      })
  void imagesWhoseUserIsRootAreKnown(String image) {
    assertRewrites(
        MAIN,
        "FROM " + image + "\nRUN pip install --no-cache-dir a\n",
        "FROM " + image + "\n" + PIP_MOUNT + "pip install a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN sudo apt-get install x", "RUN if a; then apt-get update; fi", "RUN sudo apt-get update", "RUN apt-get --version",
        "RUN true\nFROM example.com/base"
      })
  void whatDoesNotShowThatTheUserIsRootIsNoReason(String lines) {
    Rewrite rewrite = assertMarked(MAIN, "FROM example.com/base\n" + lines + "\nRUN pip install --no-cache-dir a\n");
    assertNoted(rewrite, Note.Kind.KEPT, "drop-cache-defeaters/pip/user-unknown", "--no-cache-dir");
  }

  @Test
  void anEarlierAptOfTheLineageShowsThatTheUserIsRoot() {
    assertMarked(
        MAIN, "FROM example.com/base AS a\nRUN apt-get update\nFROM a\nRUN «pip»pip install «---no-cache-dir »a\n");
  }

  @Test
  void whereRootIsNotKnownTheLayerStaysSmall() {
    assertKept(
        MAIN, "FROM example.com/base\nRUN pip install --no-cache-dir a\n", "drop-cache-defeaters/pip/user-unknown");
    assertRewrites(
        MAIN,
        "FROM example.com/base\nENV HOME=/root\nUSER root\nRUN pip install --no-cache-dir a\n",
        "FROM example.com/base\nENV HOME=/root\nUSER root\n" + PIP_MOUNT + "pip install a\n");
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
