package dev.drydock.impl.transform;

import static dev.drydock.caching.Transforms.pythonCaching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may remove a mount point, or what lies in it, without saying so plainly (hazard 1). */
class RemovalOfACacheTest {

  private static String text(String dockerfile) {
    return pythonCaching().withoutSyntax().apply(Dockerfile.parse("FROM python:3.12\n" + dockerfile + "\n")).after().text();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pip install x && for d in /root/.cache /tmp/x; do rm -rf \"$d\"; done",
        "RUN pip install x; dirs=\"/root/.cache/pip /tmp/x\"; rm -rf $dirs",
        "ENV TRASH=\"/root/.cache /tmp/x\"\nRUN pip install x && rm -rf $TRASH", "ARG D=/root/.cache\nRUN pip install x && rm -rf $D",
        "RUN clean() { rm -rf \"$1\"; }; pip install x; clean /root/.cache",
        "RUN CLEAN=\"rm -rf /root/.cache/pip\"; pip install x; $CLEAN",
        "RUN pip install x && python -c \"import shutil; shutil.rmtree('/root/.cache/pip')\""
      })
  void aMountPointThatAVariableMayNameIsNotMounted(String run) {
    assertThat(text(run)).doesNotContain("--mount");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pip install x && rm -rf \"$SRC\"", "RUN pip install x && for d in /tmp/a /srv/b; do rm -rf \"$d\"; done",
        "ARG D=/tmp/x\nRUN pip install x && rm -rf $D", "RUN pip install x && python -c \"print('/root/.cache')\"",
        "RUN pip install x && rm -rf \"$SRC\" && rm -rf /root/.cache/pip/http"
      })
  void aVariableThatNamesSomethingElseIsNoReason(String run) {
    assertThat(text(run)).contains("--mount");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rm -rf /var/{lib/apt/lists,log}/*", "rm -rf /var/lib/*/*/*", "find /var/lib/apt/lists /tmp/build -type f -delete",
        "find /tmp/build /var/lib/apt/lists -mindepth 1 -delete"
      })
  void whatIsRemovedBesidesTheCacheIsStillRemoved(String removal) {
    String after = text("RUN apt-get update && apt-get install -y curl && " + removal);
    assertThat(after).contains(removal.startsWith("rm") ? removal : "/tmp/build");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN rm -r /var/lib/apt/lists/*", "RUN rm /var/lib/apt/lists/*_Packages",
        "RUN apt-get install -y git && rm -r /var/lib/apt/lists/*", "RUN apt-get update || true; rm -r /var/lib/apt/lists/*"
      })
  void aLaterRemovalThatFailsOnNothingNeedsTheFiles(String later) {
    assertThat(text("RUN apt-get update && apt-get install -y curl\n" + later)).doesNotContain("target=/var/lib/apt/lists");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN apt-get update && apt-get install -y git && rm -r /var/lib/apt/lists/*",
        "RUN apt-get update && apt-get install -y git && rm -r /var/cache/apt/archives/*.deb /var/lib/apt/lists/*"
      })
  void aLaterRemovalOfWhatItsOwnRunHasFetchedDoesNot(String later) {
    String after = text("RUN apt-get update && apt-get install -y curl\n" + later);
    assertThat(after.split("target=/var/lib/apt/lists", -1)).hasSize(3);
    assertThat(after.split("target=/var/cache/apt", -1)).hasSize(3);
    assertThat(after).doesNotContain("rm -r ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install b && rm -r ~/.cache/pip", "pip install b && rm -r /root/.cache/pip/*", "pip install --no-cache-dir b && rm -r ~/.cache",
        "pip install --no-cache-dir b && rm -r ~/.cache/pip/"
      })
  void norDoesThatOfACacheThatItHasFilled(String later) {
    assertThat(text("RUN pip install a\nRUN " + later).split("target=/root/.cache/pip", -1)).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install --no-cache-dir b && rm -r ~/.cache/pip/*", "if x; then pip install b; fi; rm -r ~/.cache/pip/http-v2",
        "rm -r ~/.cache/pip/* && pip install b", "PIP_NO_CACHE_DIR=1 pip install b && rm -r ~/.cache/pip/*"
      })
  void thatOfACacheThatItMayNotHaveFilledDoes(String later) {
    String after = text("RUN pip install a\nRUN " + later);
    assertThat(after.lines().toList().get(1)).isEqualTo("RUN pip install a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WORKDIR /opt/pip/work\nENV PIP_CACHE_DIR=/opt/pip\nRUN pip install x", "ENV PIP_CACHE_DIR=/opt TOOLS=/opt/tools\nRUN pip install x",
        "ENV PIP_CACHE_DIR=/tmp\nRUN pip install x", "ENV PIP_CACHE_DIR=/app\nRUN pip install x"
      })
  void aDirectoryThatIsMoreThanACacheIsNotMounted(String run) {
    assertThat(text(run)).doesNotContain("--mount");
  }
}
