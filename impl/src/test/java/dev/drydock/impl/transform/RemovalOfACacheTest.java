package dev.drydock.impl.transform;

import static dev.drydock.impl.transform.TransformAssertions.assertMarked;
import static dev.drydock.impl.transform.TransformAssertions.assertMarkedOnce;
import static dev.drydock.impl.transform.TransformAssertions.assertNoted;
import static dev.drydock.caching.Transforms.pythonCaching;

import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may remove a mount point, or what lies in it, without saying so plainly (hazard 1). */
class RemovalOfACacheTest {

  private static Rewrite assertRefits(String marked) {
    return assertMarked(pythonCaching().withoutSyntax(), "FROM python:3.12\n" + marked + "\n");
  }

  private static void assertKept(String lines, String rule, String subject) {
    TransformAssertions.assertKept(
        pythonCaching().withoutSyntax(), "FROM python:3.12\n" + lines + "\n", "mount-cache/" + rule, subject);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          RUN pip install x && for d in /root/.cache /tmp/x; do rm -rf "$d"; done | removes-mount-point | rm -rf "$d"
          RUN pip install x; dirs="/root/.cache/pip /tmp/x"; rm -rf $dirs | removes-mount-point | rm -rf $dirs
          ENV TRASH="/root/.cache /tmp/x" // RUN pip install x && rm -rf $TRASH | removes-mount-point | rm -rf $TRASH
          ARG D=/root/.cache // RUN pip install x && rm -rf $D | removes-mount-point | rm -rf $D
          RUN clean() { rm -rf "$1"; }; pip install x; clean /root/.cache | removes-mount-point | rm -rf "$1"
          RUN CLEAN="rm -rf /root/.cache/pip"; pip install x; $CLEAN | removes-mount-point | $CLEAN
          RUN pip install x && python -c "import shutil; shutil.rmtree('/root/.cache/pip')" | content | python -c "import shutil; shutil.rmtree('/root/.cache/pip')"
          """)
  void aMountPointThatAVariableMayNameIsNotMounted(String lines, String rule, String subject) {
    assertKept(lines.replace(" // ", "\n"), "pip/" + rule, subject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN «pip»pip install x && rm -rf \"$SRC\"", "RUN «pip»pip install x && for d in /tmp/a /srv/b; do rm -rf \"$d\"; done",
        "ARG D=/tmp/x\nRUN «pip»pip install x && rm -rf $D", "RUN «pip»pip install x && python -c \"print('/root/.cache')\"",
        "RUN «pip»pip install x && rm -rf \"$SRC\"«- && rm -rf /root/.cache/pip/http»"
      })
  void aVariableThatNamesSomethingElseIsNoReason(String marked) {
    assertRefits(marked);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rm -rf /var/{lib/apt/lists,log}/*", "rm -rf /var/lib/*/*/*"})
  void aRemovalOfMoreThanTheCacheStays(String removal) {
    Rewrite rewrite = assertRefits("«keep»RUN «archives»apt-get update && apt-get install -y curl && " + removal);
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/removes-mount-point", removal);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "find«- /var/lib/apt/lists» /tmp/build -type f -delete", "find /tmp/build«- /var/lib/apt/lists» -mindepth 1 -delete"
      })
  void whatIsRemovedBesidesTheCacheIsStillRemoved(String removal) {
    Rewrite rewrite = assertRefits("«keep»RUN «archives»«lists»apt-get update && apt-get install -y curl && " + removal);
    assertNoted(rewrite, Note.Kind.CHANGED, "drop-cache-defeaters/apt/dropped", "/var/lib/apt/lists");
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

  @Test
  void aLaterInstallNeedsThemToo() {
    Rewrite rewrite =
        assertRefits(
            """
            «keep»RUN «archives»apt-get update && apt-get install -y curl
            RUN «archives»apt-get install -y git && rm -r /var/lib/apt/lists/*""");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/lists", "/var/lib/apt/lists");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/var/lib/apt/lists/*", "/var/cache/apt/archives/*.deb /var/lib/apt/lists/*"})
  void aLaterRemovalOfWhatItsOwnRunHasFetchedDoesNot(String paths) {
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
  void norDoesThatOfACacheThatItHasFilled(String later) {
    assertRefits("RUN «pip»pip install a\nRUN «pip»" + later);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install «---no-cache-dir »b«- && rm -r ~/.cache/pip/*»", "if x; then pip install b; fi; «-rm -r ~/.cache/pip/http-v2»«+true»",
        "«-rm -r ~/.cache/pip/* && »pip install b", "PIP_NO_CACHE_DIR=1 pip install b«- && rm -r ~/.cache/pip/*»"
      })
  void thatOfACacheThatItMayNotHaveFilledDoes(String later) {
    // With the removal gone nothing needs the files any more, so a second run mounts the first RUN as well.
    Rewrite rewrite =
        assertMarkedOnce(pythonCaching().withoutSyntax(), "FROM python:3.12\nRUN pip install a\nRUN «pip»" + later + "\n");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/pip/reader", "RUN " + Marked.of(later).before());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          WORKDIR /opt/pip/work // ENV PIP_CACHE_DIR=/opt/pip // RUN pip install x | WORKDIR
          ENV PIP_CACHE_DIR=/opt TOOLS=/opt/tools // RUN pip install x | /opt
          ENV PIP_CACHE_DIR=/tmp // RUN pip install x | /tmp
          ENV PIP_CACHE_DIR=/app // RUN pip install x | /app
          """)
  void aDirectoryThatIsMoreThanACacheIsNotMounted(String lines, String subject) {
    assertKept(lines.replace(" // ", "\n"), "pip/content", subject);
  }
}
