package dev.drydock.impl.caching.fact;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.dropCacheDefeaters;
import static dev.drydock.caching.Transforms.dropCacheDefeatingEnv;
import static dev.drydock.caching.Transforms.keepAptCache;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.caching.Transforms.stripCacheMounts;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a mount lies is one answer for all: by a variable, relative to WORKDIR, above or below a directory. */
class MountPointTest {

  private static String file(String before, String target, String command) {
    return "FROM python:3.12\n" + lines(before) + "RUN --mount=type=cache,target=" + target + " " + command + "\n";
  }

  private static String lines(String before) {
    return before.isEmpty() ? "" : before + "\n";
  }

  @ParameterizedTest
  @CsvSource({
    "'', /root/.cache/pip", "'', /root//.cache/./pip/", "'', /root/.cache", "'', /root/.cache/pip/http",
    "'', /root/.cache/pip/$X", "ENV C=/root/.cache/pip, $C", "ARG C=/root/.cache, ${C}/pip", "WORKDIR /root, .cache/pip",
    "WORKDIR /root, ./.cache", "WORKDIR /opt/x, ../../root/.cache/pip", "ENV C=.cache/pip;WORKDIR /root, $C"
  })
  void aMountAtTheCacheAboveItOrBelowItIsThereAlready(String before, String target) {
    assertKept(
        mountCache(PIP), file(before.replace(";", "\n"), target, "pip install a"), "mount-cache/pip/already-mounted");
  }

  @ParameterizedTest
  @CsvSource({
    "'', /root/.cache/pipx", "ENV C=/root/.cache/uv, $C", "WORKDIR /srv, .cache/pip", "WORKDIR /root, pip", "'', .cache/pip",
    "WORKDIR /root/.cache, $X"
  })
  void aMountElsewhereIsNone(String before, String target) {
    Rewrite rewrite = mountCache(PIP).apply(Dockerfile.parse(file(before, target, "pip install a")));
    assertThat(rewrite.after().text()).contains("--mount=type=cache,target=/root/.cache/pip \\\n");
  }

  @ParameterizedTest
  @CsvSource({"ENV C=/root/.cache/pip, $C", "ARG C=/root, ${C}/.cache", "WORKDIR /root, .cache/pip"})
  void whatDefeatsAMountedCacheGoes(String before, String target) {
    assertRewrites(
        dropCacheDefeaters(PIP),
        file(before, target, "pip install --no-cache-dir a"),
        file(before, target, "pip install a"));
    assertRewrites(
        dropCacheDefeatingEnv(PIP),
        file("ENV PIP_NO_CACHE_DIR=1\n" + before, target, "pip install a"),
        file(before, target, "pip install a"));
  }

  @ParameterizedTest
  @CsvSource({"ENV C=/root/.cache/uv, $C", "WORKDIR /srv, .cache/pip", "'', $C"})
  void whatDefeatsNoMountedCacheStays(String before, String target) {
    String file = file(before, target, "pip install --no-cache-dir a");
    assertThat(dropCacheDefeaters(PIP).apply(Dockerfile.parse(file)).changed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'', /var/lib/apt", "ENV L=/var/lib/apt, $L", "ARG L=/var, ${L}/lib/apt/lists/", "WORKDIR /var/lib, apt"})
  void listsThatLieInAMountAreNotLeftInTheImage(String before, String target) {
    Rewrite rewrite = rewriteOfTwo(before, target);
    assertThat(rewrite.notes().map(Note::rule)).doesNotContain("mount-cache/apt/lists");
    assertThat(rewrite.after().text()).contains("target=/var/lib/apt,sharing=locked \\\n    apt-get update && apt-get install -y b");
  }

  @ParameterizedTest
  @CsvSource({"'', /var/lib/dpkg", "ENV L=/srv, $L", "WORKDIR /srv, apt", "'', $L"})
  void listsThatLieElsewhereAre(String before, String target) {
    Rewrite rewrite = rewriteOfTwo(before, target);
    assertThat(rewrite.notes().map(Note::rule)).contains("mount-cache/apt/lists");
    assertThat(rewrite.after().text()).doesNotContain("target=/var/lib/apt,sharing=locked \\\n    apt-get update && apt-get install -y b");
  }

  /** The first RUN runs as it is, so that its lists are in the image unless they lie in its mount. */
  private static Rewrite rewriteOfTwo(String before, String target) {
    String file =
        "FROM debian:12\n"
            + lines(before)
            + "RUN --mount=type=cache,target=" + target + " apt-get install -y a; apt-get update\n"
            + "RUN apt-get update && apt-get install -y b && rm -rf /var/lib/apt/lists/*\n";
    return mountCache(APT).apply(Dockerfile.parse(file));
  }

  @ParameterizedTest
  @CsvSource({"ENV C=/root/.cache/uv, $C", "WORKDIR /root, .cache/uv", "'', /root/.cache"})
  void aLaterRunThatHasTheCacheMountedReadsNothingFromTheImage(String before, String target) {
    String file = "FROM python:3.12\n" + lines(before) + "RUN uv sync\nRUN --mount=type=cache,target=" + target + " uv sync --offline\n";
    Rewrite rewrite = mountCache(UV).apply(Dockerfile.parse(file));
    assertThat(rewrite.after().text()).contains("RUN --mount=type=cache,target=/root/.cache/uv \\\n    uv sync\n");
  }

  @ParameterizedTest
  @CsvSource({"ENV C=/root/.cache/pip, $C", "WORKDIR /srv, .cache/uv", "'', $C"})
  void aLaterRunThatHasAnotherDirectoryMountedReadsTheImage(String before, String target) {
    String file = "FROM python:3.12\n" + lines(before) + "RUN uv sync\nRUN --mount=type=cache,target=" + target + " uv sync --offline\n";
    Rewrite rewrite = mountCache(UV).apply(Dockerfile.parse(file));
    assertThat(rewrite.notes().map(Note::rule)).contains("mount-cache/uv/reader");
  }

  @ParameterizedTest
  @CsvSource({
    "true, '', /srv", "true, '', /var/cache/apt-x", "true, '', $C", "true, WORKDIR /srv, archives", "false, '', /var/cache/apt",
    "false, '', /var/cache", "false, '', /var/cache/apt/archives", "false, ENV C=/var/cache/apt, $C", "false, WORKDIR /var, cache/apt"
  })
  void archivesStayInALayerOnlyWhereTheyLieInNoMount(boolean stay, String before, String target) {
    for (String later : new String[] {"apt-get install -y b", "./install.sh"}) {
      String file =
          "FROM debian:12\nRUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y a\n"
              + lines(before) + "RUN --mount=type=cache,target=" + target + " " + later + "\n";
      Rewrite rewrite = keepAptCache().apply(Dockerfile.parse(file));
      assertThat(rewrite.changed()).isTrue();
      assertThat(rewrite.notes().map(Note::rule).contains("keep-apt-cache/grows-layer")).as(later).isEqualTo(stay);
    }
  }

  @ParameterizedTest
  @CsvSource({"ENV C=/root/.cache/pip, $C", "WORKDIR /root/.cache, pip", "ARG C=/root, ${C}/.cache/pip"})
  void aPackageManagersCacheIsStripped(String before, String target) {
    assertRewrites(
        stripCacheMounts(),
        file(before, target, "pip install a"),
        "FROM python:3.12\n" + lines(before) + "RUN pip install a\n");
  }

  @ParameterizedTest
  @CsvSource({"ENV C=/srv, $C", "WORKDIR /root, pip", "WORKDIR /root/.cache, $X"})
  void anotherDirectoryIsNot(String before, String target) {
    assertKept(stripCacheMounts(), file(before, target, "pip install a"), "strip-cache-mounts/needed");
  }

  @Test
  void mountsByVariableStandInTheOrderOfTheOthers() {
    String file = "FROM python:3.12\nENV P=/root/.cache/pip U=/root/.cache/uv\nRUN %spip install a && uv pip install b\n";
    assertRewrites(
        mountCache(PIP),
        String.format(file, "--mount=type=cache,target=$U "),
        String.format(file, "--mount=type=cache,target=/root/.cache/pip \\\n    --mount=type=cache,target=$U \\\n    "));
    assertRewrites(
        mountCache(UV),
        String.format(file, "--mount=type=cache,target=$P "),
        String.format(file, "--mount=type=cache,target=$P \\\n    --mount=type=cache,target=/root/.cache/uv \\\n    "));
  }
}
