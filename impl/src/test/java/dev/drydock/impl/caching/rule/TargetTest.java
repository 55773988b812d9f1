package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.LISTS_STAY;
import static dev.drydock.impl.caching.Examples.REPAIR;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static dev.drydock.impl.caching.TransformAssertions.assertWarns;

import dev.drydock.transform.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mount beside where the package manager keeps its cache goes there. */
class TargetTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENV PIP_CACHE_DIR=/tmp/pip  | /root/.cache/pip | PIP | pip install a                  | /tmp/pip",
        "ENV XDG_CACHE_HOME=/tmp/c   | /root/.cache/uv  | UV  | uv sync                        | /tmp/c/uv",
        "ENV A=1                     | /root/.cache/pip | PIP | pip --cache-dir /c/p install a | /c/p",
      })
  void theMountGoesWhereTheCacheIs(String setting, String before, String tool, String command, String after) {
    String rule = "repair-cache-mounts/" + tool.toLowerCase(java.util.Locale.ROOT) + "/target";
    String made = "RUN mkdir -p " + after.substring(0, after.lastIndexOf('/')) + "\n" + setting;
    assertNoted(
        assertRewrites(
            REPAIR,
            python(made + "\nRUN --mount=type=cache,target=" + before + ",id=own " + command),
            python(made + "\nRUN --mount=type=cache,target=" + after + ",id=own " + command)),
        Note.Kind.CHANGED,
        rule,
        "type=cache,target=" + before + ",id=own");
  }

  @Test
  void theImageSaysWhereTheCacheIs() {
    assertRewrites(
        REPAIR,
        "FROM rust:1.80\nRUN --mount=type=cache,target=/root/.cargo/registry,sharing=private cargo fetch\n",
        "FROM rust:1.80\nRUN --mount=type=cache,target=/usr/local/cargo/registry,sharing=private cargo fetch\n");
  }

  @Test
  void aFolderOfSeveralCachesBecomesAsManyMounts() {
    assertRewrites(
        REPAIR,
        python("ENV POETRY_CACHE_DIR=/tmp/poetry\nRUN --mount=type=cache,target=/root/.cache/pypoetry,id=poetry poetry install"),
        python(
            "ENV POETRY_CACHE_DIR=/tmp/poetry\n"
                + "RUN --mount=type=cache,target=/tmp/poetry/cache,id=poetry/cache,sharing=locked \\\n"
                + "    --mount=type=cache,id=poetry/artifacts,target=/tmp/poetry/artifacts,sharing=locked \\\n"
                + "    poetry install"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--mount=type=cache,target=/root/.cache/pip pip install a", "--mount=type=cache,target=/root/.cache pip install a",
        "--mount=type=cache,target=/root/.cache/pip/http pip install a", "--mount=type=cache,target=/root/.cache/pip make",
        "--mount=type=cache,target=/root/.cache/uv pip install a", "--mount=type=cache,target=/opt/own pip install a",
        "--mount=type=cache,target=/root/.cache/pip pip --version"
      })
  void aMountThatIsNotKnownToBeBesideItStays(String run) {
    assertUntouched(REPAIR, python("RUN " + run));
  }

  @Test
  void aMountThatWouldHideFilesStaysBesideIt() {
    assertWarns(
        REPAIR,
        python("COPY wheels /opt/pip\nENV PIP_CACHE_DIR=/opt/pip\nRUN --mount=type=cache,target=/root/.cache/pip pip install a"),
        "repair-cache-mounts/pip/target");
    assertWarns(
        LISTS_STAY,
        python("COPY wheels /opt/pip\nENV PIP_CACHE_DIR=/opt/pip\nRUN --mount=type=cache,target=/root/.cache/pip pip install a"),
        "repair-cache-mounts/pip/target");
  }

  @Test
  void whatIsBuiltUnderASettingIsNotShared() {
    assertWarns(
        REPAIR,
        python("ENV PIP_CACHE_DIR=/tmp/pip\nENV CFLAGS=-O3\nRUN --mount=type=cache,target=/root/.cache/pip pip install a"),
        "repair-cache-mounts/pip/target");
  }
}
