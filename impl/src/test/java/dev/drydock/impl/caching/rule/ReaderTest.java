package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.MOUNT;
import static dev.drydock.impl.caching.Examples.PIP_MOUNT;
import static dev.drydock.impl.caching.Examples.UV_MOUNT;
import static dev.drydock.impl.caching.Examples.assertLeft;
import static dev.drydock.impl.caching.Examples.assertRefits;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a later step takes from the directory of a cache stays in the image (hazard 8). */
class ReaderTest {

  /** A first stage whose RUN gets both mounts, and one whose lists stay in the image. */
  private static final String MOUNTED = "FROM debian:12 AS base\n«keep»RUN «archives»«lists»apt-get update && apt-get install -y git\n";
  private static final String STAY = MOUNTED.replace("«lists»", "");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN uv pip install --offline --system x", "ENV UV_OFFLINE=1\nRUN uv sync", "RUN UV_OFFLINE=true uv sync",
        "RUN --network=none uv sync", "RUN --network=none true && uv pip install x"
      })
  void laterRunsThatTakeAllFromTheCacheKeepItInTheImage(String reader) {
    assertKept(MOUNT, python("RUN uv sync\n" + reader), "mount-cache/uv/reader");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN --network=none pip install --no-index --find-links /wheels x", "ENV UV_OFFLINE=0",
        "RUN --network=none uv --version", "RUN --mount=type=cache,target=/root/.cache/uv uv sync --offline",
        "FROM python:3.12\nRUN uv sync --offline"
      })
  void laterRunsThatTakeNothingFromItDoNot(String later) {
    assertRewrites(MOUNT, python("RUN uv sync\n" + later), python(UV_MOUNT + "uv sync\n" + later));
  }

  @Test
  void aLaterStepOrStageReadsTheFiles() {
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY --from=0 /root/.cache/pip/x /x", "COPY --from=X root/.cache /x", "COPY --from=x /a /root/.c* /b", "COPY --from=x /root/* /x",
        "COPY --from=x /root/$A /b", "COPY --from=x /root/${A:-b} /b", "RUN --mount=from=x,source=root,target=/c ls"
      })
  void theyAreReadHoweverTheStageIsNamed(String reader) {
    assertKept(MAIN, "FROM python:3 AS x\nRUN pip install a\nFROM y\n" + reader + "\n", "mount-cache/pip/reader");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY --from=x / /x", "COPY --from=y /root/.cache /x", "COPY --from=1 /root/.cache /x", "COPY root/.cache /x",
        "RUN --mount=from=x,target=/c ls", "RUN --mount=source=root,target=/c ls", "RUN --mount=from=y,source=root,target=/c ls", "COPY --from=x /opt/$A /b",
        "COPY --from=x /root/.config /b"
      })
  void otherStagesAndTheWholeOfOneAreNoReason(String reader) {
    String text = "pip install a\nFROM z AS y\nRUN true\nFROM y\n" + reader + "\n";
    assertRewrites(MAIN, "FROM python:3 AS x\nRUN " + text, "FROM python:3 AS x\n" + PIP_MOUNT + text);
  }

  @Test
  void aLongInstructionIsShownByItsBeginning() {
    String reader = "mv /root/.cache/pip /" + "x".repeat(80);
    Rewrite rewrite = assertKept(MAIN, python("RUN pip install a\nRUN " + reader), "mount-cache/pip/reader");
    assertThat(rewrite.notes().head().subject()).isEqualTo(("RUN " + reader).substring(0, 80) + "…");
  }

  @Test
  void aStageThatIsBuiltOnItIsReadToo() {
    assertKept(
        MAIN,
        "FROM python:3 AS x\nRUN pip install a\nFROM x AS y\nFROM z\nCOPY --from=y /root/.cache /x\n",
        "mount-cache/pip/reader");
  }

  @Test
  void aCopyOfSomethingElseIsNoReason() {
    assertRewrites(
        MAIN,
        "FROM python:3 AS x\nRUN pip install a\nFROM y\nCOPY --from=x /usr/local /usr/local\n",
        "FROM python:3 AS x\n" + PIP_MOUNT + "pip install a\nFROM y\nCOPY --from=x /usr/local /usr/local\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mkdir /root/.cache", "ln -s /data/cache /root/.cache", "mv /data/cache ~/.cache", "cp -r cache /root/.cache",
        "cp -r /root/.cache /saved", "tar cf /saved.tar ~/.cache", "test -d /root/.cache/pip && touch /had-a-cache",
        "[ ! -d ~/.cache ] || exit 1", "ls ~/.cache/pip | wc -l > /count", "chown app ~/.cache/pip",
        "cd /root && tar cf /saved.tar .cache"
      })
  void aLaterRunThatGoesByTheDirectoryOfAMountKeepsItAway(String later) {
    assertLeft("RUN pip install --no-cache-dir x\nRUN " + later, "mount-cache/pip/reader", "RUN " + later);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mkdir -p /root/.cache/models", "ls /root/.cache/pip", "du -sh ~/.cache", "chown -R app /root", "cp -r /app /srv",
        "mkdir /root/.config", "cp a.json /", "curl x | tar xz -C /", "cd /srv && mkdir .cache", "find / -name core"
      })
  void aLaterRunThatDoesNotGoByItIsNoReason(String later) {
    assertRefits("RUN «pip»pip install x\nRUN " + later);
  }

  @Test
  void aLaterCloneIntoTheHomeWouldFindTheMountPoint() {
    String clone = "RUN git clone --depth 1 https://x/y /app";
    assertLeft(
        "ENV HOME=/app\nWORKDIR /app\nRUN pip install --no-cache-dir flask\n" + clone, "mount-cache/pip/reader", clone);
  }

  @Test
  void aLaterRmdirWouldFindTheMountPoint() {
    String removing = "RUN rmdir /root/.cache";
    assertLeft("RUN pip install x && rm -rf /root/.cache/pip\n" + removing, "mount-cache/pip/reader", removing);
    assertRefits("RUN «pip»pip install x\nRUN rmdir /root/.config && rmdir /root/.cache/other");
  }

  @Test
  void aCacheThatBeginsWithFilesOfAStageReadsThem() {
    String reader = "RUN --mount=type=cache,from=base,source=/var/lib/apt/lists,target=/l ls /l";
    Rewrite rewrite = assertMarked(MAIN, STAY + "FROM debian:12\n" + reader + "\n");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/reader", reader);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN rm -r /var/lib/apt/lists/*", "RUN rm /var/lib/apt/lists/*_Packages", "RUN apt-get update || true; rm -r /var/lib/apt/lists/*"
      })
  void aLaterRemovalThatFailsOnNothingNeedsTheFiles(String later) {
    Rewrite rewrite = assertRefits("«keep»RUN «archives»apt-get update && apt-get install -y curl\n" + later);
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/reader", later);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/var/lib/apt/lists/*", "/var/cache/apt/archives/*.deb /var/lib/apt/lists/*"})
  void aLaterRemovalOfWhatItsOwnRunHasFetchedNeedsNothing(String paths) {
    assertRefits(
        "«keep»RUN «archives»«lists»apt-get update && apt-get install -y curl\n"
            + "RUN «archives»«lists»apt-get update && apt-get install -y git«- && rm -r " + paths + "»");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install b«- && rm -r ~/.cache/pip»", "pip install b«- && rm -r /root/.cache/pip/*»",
        "pip install «---no-cache-dir »b«- && rm -r ~/.cache»", "pip install «---no-cache-dir »b«- && rm -r ~/.cache/pip/»"
      })
  void norDoesARemovalOfACacheThatItsRunHasFilled(String later) {
    assertRefits("RUN «pip»pip install a\nRUN «pip»" + later);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install --no-cache-dir b && rm -r ~/.cache/pip/*", "if x; then pip install b; fi; rm -r ~/.cache/pip/http-v2",
        "rm -r ~/.cache/pip/* && pip install b", "PIP_NO_CACHE_DIR=1 pip install b && rm -r ~/.cache/pip/*"
      })
  void aRemovalOfACacheThatItsRunMayNotHaveFilledDoes(String later) {
    // What the first RUN leaves in the image, the second removes: so that has no mount either.
    Rewrite rewrite = assertLeft("RUN pip install a\nRUN " + later, "mount-cache/pip/reader", "RUN " + later);
    assertThat(rewrite.notes(Note.Kind.KEPT)).hasSize(2);
  }

  @Test
  void aCopyOfAVariablesPathIsExpandedBeforeItCountsAsReading() {
    Rewrite rewrite =
        assertMarked(
            mountCache(PIP),
            """
            FROM python:3 AS build
            ENV VIRTUAL_ENV=/app/.venv
            RUN «pip»pip install flask
            FROM python:3
            ENV VIRTUAL_ENV=/app/.venv
            COPY --from=build ${VIRTUAL_ENV} ${VIRTUAL_ENV}
            """);
    assertThat(rewrite.notes(Note.Kind.KEPT)).isEmpty();
  }

  @Test
  void listsThatARunFetchesItselfAreThereForItToRemove() {
    String fetches = "FROM debian:12\n«keep»RUN «archives»«lists»apt-get update && apt-get install -y a\n";
    assertMarked(MAIN, fetches + "RUN apt-get update && rm -r /var/lib/apt/lists/*\n");
    assertMarked(MAIN, fetches.replace("«lists»", "") + "RUN rm -r /var/lib/apt/lists/*\n");
  }

  @Test
  void aRunWithoutANetworkTakesFromTheCacheWhatItsToolCan() {
    assertLeft("RUN uv sync\nRUN --network=none uv sync", "mount-cache/uv/reader", "RUN --network=none uv sync");
    assertRefits("RUN «pip»pip install a\nRUN --network=none pip install a");
  }
}
