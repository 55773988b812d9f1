package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.DNF;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.dropCacheDefeaters;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.impl.caching.Examples.MOUNT;
import static dev.drydock.impl.caching.Examples.PIP_MOUNT;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertNotNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static dev.drydock.impl.caching.TransformAssertions.assertWarns;

import dev.drydock.transform.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mount that is of no use as the file stands is warned of. */
class InertTest {

  @Test
  void aHookThatDeletesArchivesMakesTheMountInert() {
    String run = "RUN «archives»«/var/lib/apt,sharing=locked»apt-get update && apt-get install -y a\n";
    assertNoted(assertMarked(MOUNT, "FROM debian:12\n" + run), Note.Kind.WARNING, "mount-cache/apt/inert", "docker-clean");
    String without = "FROM debian:12\nRUN rm /etc/apt/apt.conf.d/docker-clean\n";
    assertNotNoted(assertMarked(MOUNT, without + run), "mount-cache/apt/inert");
    assertNotNoted(assertMarked(MOUNT, "FROM debian:12\nRUN «pip»pip install a\n"), "mount-cache/pip/inert");
  }

  @Test
  void aSettingThatKeepsPackagesIsAskedForOnlyWhereAMountComes() {
    String run = "FROM fedora:40\nRUN --mount=type=cache,target=/var/cache/dnf dnf install -y a\n";
    assertUntouched(dropCacheDefeaters(DNF), run);
  }

  @Test
  void anInertMountIsWarnedOf() {
    assertWarns(
        MOUNT,
        "FROM python:3\nRUN pip install --no-cache-dir a\n",
        "FROM python:3\nRUN --mount=type=cache,target=/root/.cache/pip \\\n    pip install --no-cache-dir a\n",
        "mount-cache/pip/inert");
    assertWarns(
        mountCache(UV),
        "FROM python:3\nENV UV_NO_CACHE=1\nRUN uv sync\n",
        "FROM python:3\nENV UV_NO_CACHE=1\nRUN --mount=type=cache,target=/root/.cache/uv \\\n    uv sync\n",
        "drop-cache-defeaters/uv/environment");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "find /root/.cache/pip -mindepth 1 -delete", "find /root/.cache/pip -name '*.whl' -delete",
        "find /root/.cache/pip -type f -delete", "find ~/.cache/pip/http -delete", "rm -rf /root/.cache/pip/*"
      })
  void aRemovalOfWhatIsInTheMountMakesItInert(String removal) {
    assertWarns(
        MOUNT,
        python("RUN pip install a && " + removal),
        python(PIP_MOUNT + "pip install a && " + removal),
        "mount-cache/pip/inert");
  }
}
