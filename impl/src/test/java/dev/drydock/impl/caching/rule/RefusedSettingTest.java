package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.UV_MOUNT;
import static dev.drydock.impl.caching.Examples.assertLeft;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings under which a mount would do harm keep it away, in every spelling. */
class RefusedSettingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV UV_LINK_MODE=symlink\nRUN uv sync", "RUN uv pip install --link-mode=symlink a",
        "RUN uv sync --link-mode symlink", "RUN UV_LINK_MODE=symlink uv sync"
      })
  void anImageNeverPointsIntoAMount(String lines) {
    assertKept(MAIN, python(lines), "mount-cache/uv/refused-setting");
  }

  @Test
  void otherLinkModesAreFine() {
    assertRewrites(
        MAIN, python("ENV UV_LINK_MODE=copy\nRUN uv sync"), python("ENV UV_LINK_MODE=copy\n" + UV_MOUNT + "uv sync"));
  }

  @Test
  void aptsOwnDirectoriesStayWhereTheyAre() {
    assertKept(
        MAIN,
        python("RUN apt-get update && apt-get -o Dir::Cache::Archives=/a install -y b"),
        "mount-cache/apt/refused-setting");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          apt-get update -o Dir::Etc::sourcelist=x.list -o APT::Get::List-Cleanup=0 && apt-get install -y x | Dir::Etc::sourcelist=x.list
          apt-get -oDir::Cache::Archives=/debs update && apt-get install -y x | -oDir::Cache::Archives=/debs
          apt-get update && apt-get install -yd x | -yd
          apt-get update && apt-get install -y -o dir::cache::archives=/debs x | dir::cache::archives=/debs
          """)
  void optionsUnderWhichAMountDoesHarmAreSeenInEverySpelling(String run, String option) {
    assertKept(MAIN, "FROM debian:12\nRUN " + run + "\n", "mount-cache/apt/refused-setting", option);
  }

  @Test
  void aptsDirectoriesMayBeMovedByAFile() {
    assertKept(
        MAIN,
        """
        FROM debian:12
        RUN echo 'Dir::Cache::Archives "/debs";' > /etc/apt/apt.conf.d/99x
        RUN apt-get update && apt-get install -y x && apt-get clean
        """,
        "mount-cache/apt/refused-setting",
        "RUN echo 'Dir::Cache::Archives \"/debs\";' > /etc/apt/apt.conf.d/99x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pip --isolated install --no-cache-dir a", "pip install --isolated a"})
  void isolatedPipGoesByNoVariables(String call) {
    assertLeft("ENV PIP_CACHE_DIR=/y\nRUN " + call, "mount-cache/pip/refused-setting", "--isolated");
  }
}
