package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.GO;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.dropCacheDefeaters;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.impl.caching.Examples.MOUNT;
import static dev.drydock.impl.caching.Examples.assertLeft;
import static dev.drydock.impl.caching.Examples.assertRefits;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;

import dev.drydock.transform.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache that is mounted already is not mounted again. */
class AlreadyMountedTest {

  private static final String APP = "RUN useradd -m -u 1000 app\nUSER app\n";

  @Test
  void aMountThatIsThereIsNotAddedAgain() {
    assertKept(
        MOUNT,
        "FROM python:3\nRUN --mount=target=/root/.cache/pip/,type=cache pip install a\n",
        "mount-cache/pip/already-mounted");
    assertKept(
        MOUNT,
        "FROM python:3\nRUN --mount=type=cache,dst=/root/.cache pip install a\n",
        "mount-cache/pip/already-mounted");
    assertKept(
        MOUNT,
        "FROM python:3\nWORKDIR /root\nRUN --mount=type=cache,destination=.cache/pip pip install a\n",
        "mount-cache/pip/already-mounted");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",ro,uid=1000", ",uid=0", ",mode=0755"})
  void aMountThatItsUserMayNotWriteToIsNoReasonToUseTheCache(String options) {
    assertLeft(
        APP + "RUN --mount=type=cache,target=/home/app/.cache/uv" + options + " uv sync --no-cache",
        "mount-cache/uv/already-mounted",
        "/home/app/.cache/uv");
    String alone = "FROM a\n" + APP + "RUN --mount=type=cache,target=/home/app/.cache/uv" + options + " uv sync --no-cache\n";
    assertUntouched(dropCacheDefeaters(UV), alone);
  }

  @ParameterizedTest
  @ValueSource(strings = {",uid=1000", ",uid=1000,gid=5,mode=0700", ",mode=0777", ",mode=777"})
  void aMountThatItsUserMayWriteToIs(String options) {
    assertRefits(APP + "RUN --mount=type=cache,target=/home/app/.cache/uv" + options + " uv sync«- --no-cache»");
  }

  @Test
  void whatItIsMountedUnderIsNotAskedOfOneByHand() {
    assertKept(
        mountCache(GO),
        "FROM golang:1.23\nRUN --mount=type=cache,target=/go --mount=type=cache,target=/root/.cache/go-build go build -o /app .\n",
        "mount-cache/go/already-mounted",
        "/root/.cache/go-build");
  }

  @Test
  void ofTwoPackageManagersWhoseCachesLieInEachOtherOneIsMounted() {
    assertNoted(
        assertRefits("RUN «/root/c/pip»pip --cache-dir /root/c/pip install a && uv --cache-dir /root/c sync"),
        Note.Kind.KEPT,
        "mount-cache/uv/already-mounted",
        "/root/c");
    assertNoted(
        assertRefits("RUN «/root/c»pip --cache-dir /root/c install a && uv --cache-dir /root/c/uv sync"),
        Note.Kind.KEPT,
        "mount-cache/uv/already-mounted",
        "/root/c/uv");
  }

  @Test
  void rootMayWriteToAny() {
    assertRefits("RUN --mount=type=cache,target=/root/.cache/uv,uid=1000 uv sync«- --no-cache»");
    assertLeft(
        "RUN --mount=type=cache,target=/root/.cache/uv,readonly uv sync --no-cache",
        "mount-cache/uv/already-mounted",
        "/root/.cache/uv");
  }
}
