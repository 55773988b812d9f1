package dev.drydock.impl.caching;

import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.dropCacheDefeatingEnv;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Dockerfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables that switch a cache off go from ENV and ARG where a mount makes up for them. */
class DropCacheDefeatingEnvTest {

  @Test
  void variablesBeforeTheFirstStageAreNoneOfTheImage() {
    assertUntouched(dropCacheDefeatingEnv(PIP), "ENV PIP_NO_CACHE_DIR=1\nADD a b\nFROM python:3.12\n");
  }

  @Test
  void theSeparateTransformTakesThemOutOfEnvAndArg() {
    assertRewrites(
        dropCacheDefeatingEnv(PIP, UV),
        """
        FROM python:3.12
        ARG PIP_NO_CACHE_DIR=1
        ENV PIP_NO_CACHE_DIR=off \\
            PYTHONUNBUFFERED=1 \\
            UV_NO_CACHE=0
        ENV A=1 PIP_NO_CACHE_DIR=1
        ENV PIP_NO_CACHE_DIR 1
        RUN --mount=type=cache,target=/root/.cache pip install a
        """,
        """
        FROM python:3.12
        ENV PYTHONUNBUFFERED=1 \\
            UV_NO_CACHE=0
        ENV A=1
        RUN --mount=type=cache,target=/root/.cache pip install a
        """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV PIP_NO_CACHE_DIR=1\nENV MODE=${PIP_NO_CACHE_DIR}\n", "ENV PIP_NO_CACHE_DIR=1\nRUN set -eu; echo \"$PIP_NO_CACHE_DIR\"\n",
        "ENV PIP_NO_CACHE_DIR=1\nFROM python\n", "ENV A=1\nRUN --mount=type=cache,target=/root/.cache/pip pip install a\nENV PIP_NO_CACHE_DIR=1\n",
        "ARG PIP_NO_CACHE_DIR=1\nRUN echo $PIP_NO_CACHE_DIR\n", "ARG PIP_NO_CACHE_DIR\nENV A=${PIP_NO_CACHE_DIR}\n",
        "ARG PIP_NO_CACHE_DIR=1 OTHER=2\n", "ENV PIP_NO_CACHE_DIR=1 MODE=$PIP_NO_CACHE_DIR\n"
      })
  void aVariableThatIsUsedOrThatNoMountMakesUpForStays(String lines) {
    String mounting = lines.contains("--mount") ? "" : "RUN --mount=type=cache,target=/root/.cache/pip pip install a\n";
    assertKept(dropCacheDefeatingEnv(PIP), "FROM python:3.12\n" + lines + mounting, "drop-cache-defeating-env/pip/kept");
  }

  @Test
  void aVariableReachesTheStagesThatAreBuiltOnItsStage() {
    String mounting = "FROM base\nRUN --mount=type=cache,target=/root/.cache/pip pip install a\n";
    assertRewrites(
        dropCacheDefeatingEnv(PIP),
        "FROM python:3.12 AS base\nENV PIP_NO_CACHE_DIR=1\n" + mounting,
        "FROM python:3.12 AS base\n" + mounting);
    assertKept(dropCacheDefeatingEnv(PIP), "FROM python:3.12\nENV PIP_NO_CACHE_DIR=1\nRUN pip install a\n", "drop-cache-defeating-env/pip/kept");
  }

  @Test
  void anArgumentThatOnlySpeaksOfItselfGoes() {
    String mounting = "RUN --mount=type=cache,target=/root/.cache/pip pip install a\n";
    assertRewrites(
        dropCacheDefeatingEnv(PIP),
        "FROM python:3.12\nARG PIP_NO_CACHE_DIR=${PIP_NO_CACHE_DIR:-1}\n" + mounting,
        "FROM python:3.12\n" + mounting);
  }

  @Test
  void aPackageManagerThatSomebodyDescribesHasItsOwnVariables() {
    PackageManager tool =
        PackageManager.named("tool").downloadingWith("get").cachingIn(CacheDirectory.shared("~/.cache/tool")).defeatedBySwitch("TOOL_NO_CACHE").build();
    String mounting = "RUN --mount=type=cache,target=/root/.cache/tool tool get a\n";
    assertRewrites(dropCacheDefeatingEnv(tool), "FROM python:3.12\nENV TOOL_NO_CACHE=1\n" + mounting, "FROM python:3.12\n" + mounting);
  }

  @Test
  void aDroppedVariableIsNoted() {
    assertThat(
            dropCacheDefeatingEnv(PIP, UV)
                .apply(Dockerfile.parse(
                        "FROM a\nENV UV_NO_CACHE=1 PIP_NO_CACHE_DIR=1 A=b\nRUN --mount=type=cache,target=/root/.cache uv sync && pip install a\n"))
                .notes()
                .map(note -> note.rule() + " " + note.subject()))
        .containsExactly("drop-cache-defeating-env/pip/dropped PIP_NO_CACHE_DIR", "drop-cache-defeating-env/uv/dropped UV_NO_CACHE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ARG OTHER=2", "ENV PIP_NO_CACHE_DIR=", "ENV UV_NO_CACHE=1", "ENV PIP_CACHE_DIR=/c",
        "RUN PIP_NO_CACHE_DIR=1 pip install a"
      })
  void whatDoesNotSwitchTheCacheOffStays(String line) {
    assertUntouched(dropCacheDefeatingEnv(PIP), "FROM a\n" + line + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "false", "F", "n", "No", "off", "''"})
  void switchesAreOffWhereTheySayNo(String no) {
    assertUntouched(dropCacheDefeatingEnv(UV), "FROM a\nENV UV_NO_CACHE=" + no + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "on", "$OTHER"})
  void andOnWhereTheySayAnythingElse(String yes) {
    String run = "RUN --mount=type=cache,target=/root/.cache/uv uv sync\n";
    assertRewrites(dropCacheDefeatingEnv(UV), "FROM a\nENV UV_NO_CACHE=" + yes + "\n" + run, "FROM a\n" + run);
  }
}
