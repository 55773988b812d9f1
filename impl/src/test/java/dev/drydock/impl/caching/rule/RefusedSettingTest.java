package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.MOUNT;
import static dev.drydock.impl.caching.Examples.UV_MOUNT;
import static dev.drydock.impl.caching.Examples.assertLeft;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY <<EOF /etc/uv/uv.toml\nlink-mode = \"symlink\"\nEOF", "RUN printf 'link-mode=\"symlink\"\\n' > /root/.config/uv/uv.toml",
        "COPY <<EOF pyproject.toml\n[tool.uv]\nlink-mode = 'symlink'\nEOF", "ARG UV_LINK_MODE=symlink", "RUN echo link-mode = \\\"symlink\\\" >> uv.toml",
        "RUN printf '[tool.uv]\\nlink-mode = \"symlink\"\\n' > pyproject.toml"
      })
  void aFileThatTheDockerfileWritesSaysTheSame(String configuring) {
    assertKept(MAIN, python(configuring + "\nRUN uv pip install --system flask"), "mount-cache/uv/refused-setting");
    assertKept(MAIN, python("ARG O=--link-mode=symlink\nRUN uv sync $O"), "mount-cache/uv/refused-setting", "--link-mode=symlink");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN uv sync --find-links /dist", "RUN uv pip install --find-links=./dist a", "RUN uv pip install -f /dist a", "RUN uv pip install -f/dist a",
        "RUN uv pip install -f dist a", "RUN uv pip install -fdist a", "RUN printf '[pip]\\nfind-links = [\"/dist\"]\\n' > uv.toml\nRUN uv pip install a",
        "ENV UV_FIND_LINKS=/dist\nRUN uv sync", "ARG UV_FIND_LINKS\nRUN uv sync", "RUN UV_FIND_LINKS=dist uv sync", "RUN uv sync --find-links $DIST",
        "COPY <<EOF uv.toml\nfind-links = [\"/dist\"]\nEOF\nRUN uv sync"
      })
  void anArchiveInAFolderMayChangeUnderItsName(String lines) {
    assertKept(MAIN, python(lines), "mount-cache/uv/refused-setting");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN «uv»uv pip install --find-links https://x.org/y a", "RUN «uv»uv pip install -f https://x.org/y a",
        "RUN «uv»uv pip install -fhttps://x.org/y a", "RUN «uv»uv run tool -f dist", "ENV UV_FIND_LINKS=https://x.org/y\nRUN «uv»uv sync",
        "COPY <<EOF uv.toml\nfind-links = [\"https://x.org\"]\nlink-mode = \"copy\"\nEOF\nRUN «uv»uv sync"
      })
  void anAddressIsFine(String lines) {
    assertMarked(MAIN, python(lines));
  }

  @Test
  void otherLinkModesAreFine() {
    assertRewrites(
        MAIN, python("ENV UV_LINK_MODE=copy\nRUN uv sync"), python("ENV UV_LINK_MODE=copy\n" + UV_MOUNT + "uv sync"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-s", "--dry-run", "-o APT::Get::Simulate=1", "-oAPT::Get::Simulate=true"})
  void whatIsOnlySimulatedDownloadsNothing(String option) {
    assertThat(MAIN.apply(Dockerfile.parse("FROM debian:12\nRUN apt-get update && apt-get " + option + " upgrade > /x\n")).changed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-o APT::Get::Download-Only=false", "-o APT::Get::Simulate=0", "-oAcquire::Retries=3"})
  void anOptionThatChangesNothingIsFine(String option) {
    assertThat(MAIN.apply(Dockerfile.parse("FROM debian:12\nRUN apt-get update && apt-get " + option + " install -y x\n")).after().text())
        .contains("--mount=type=cache,target=/var/cache/apt,sharing=locked");
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
          apt-get -oDir::Cache::Archives=/debs update && apt-get install -y x | -oDir::Cache::Archives=/debs
          apt-get update && apt-get install -yd x | -yd
          apt-get update && apt-get install -y -o dir::cache::archives=/debs x | dir::cache::archives=/debs
          apt-get update && apt-get -o APT::Get::Download-Only=true install -y x | APT::Get::Download-Only=true
          apt-get update && apt-get install -y -oapt::get::download-only=1 x | -oapt::get::download-only=1
          apt-get -o RootDir=/r update && apt-get -oRootDir=/r install -y x | -o RootDir=/r
          """)
  void optionsUnderWhichAMountDoesHarmAreSeenInEverySpelling(String run, String option) {
    assertKept(MAIN, "FROM debian:12\nRUN " + run + "\n", "mount-cache/apt/refused-setting", option);
  }

  @Test
  void whatDownloadsNothingMayBeToldAnything() {
    assertMarked(MAIN, "FROM debian:12\n«keep»RUN «archives»«lists»apt-get update && apt-get install -y x && apt-get -o Dir=/r purge -y y\n");
  }

  @Test
  void aPartOfTheListsKeepsOnlyTheListsOut() {
    String partly = "apt-get update -o Dir::Etc::sourcelist=x.list -o APT::Get::List-Cleanup=0";
    Rewrite rewrite = assertMarked(MAIN, "FROM debian:12\n«keep»RUN «archives»" + partly + " && apt-get install -y x\n");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/refused-setting", "Dir::Etc::sourcelist=x.list");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo 'Dir::Cache::Archives \"/debs\";'", "echo 'Dir \"/other\";'", "echo 'dir{cache \"/debs\";};'",
        "printf '%s' 'Dir::State { Lists \"/l\"; };'"
      })
  void aptsDirectoriesMayBeMovedByAFile(String writing) {
    String written = "RUN " + writing + " > /etc/apt/apt.conf.d/99x";
    assertKept(
        MAIN,
        "FROM debian:12\n" + written + "\nRUN apt-get update && apt-get install -y x && apt-get clean\n",
        "mount-cache/apt/refused-setting",
        written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV DIR=/opt\nRUN", "ARG dir=/opt\nRUN", "RUN DIR=/opt", "RUN export Dir=/opt &&", "ENV DIR=\"/opt\" APP_DIR=/a\nRUN",
        "RUN DIR=/opt && echo 'APT::Install-Recommends \"0\";' > /etc/apt/apt.conf.d/x && echo $DIR &&"
      })
  void aVariableOfThatNameIsNoneOfApts(String lines) {
    assertThat(MOUNT.apply(Dockerfile.parse("FROM debian:12\n" + lines + " apt-get update && apt-get install -y x\n")).after().text())
        .contains("--mount=type=cache,target=/var/cache/apt,sharing=locked");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ENV APT_CONFIG=/etc/my.conf // RUN apt-get update && apt-get install -y x            | APT_CONFIG=/etc/my.conf
          RUN export APT_CONFIG=/etc/my.conf && apt-get update && apt-get install -y x       | APT_CONFIG=/etc/my.conf
          RUN apt-get update && APT_CONFIG=/etc/my.conf apt-get install -y x                 | APT_CONFIG=/etc/my.conf
          RUN apt-get update && apt-get -c /etc/my.conf install -y x                         | -c /etc/my.conf
          RUN apt-get --config-file=/etc/my.conf update && apt-get install -y x              | --config-file=/etc/my.conf
          RUN apt-get update && apt-get install -y -o Dir=/other x                           | -o Dir=/other
          RUN apt-get update && apt-get install -y --option=Dir=/other x                     | --option=Dir=/other
          """)
  void anotherConfigurationFileMayMoveAptsDirectories(String lines, String subject) {
    assertKept(MAIN, "FROM debian:12\n" + lines.replace(" // ", "\n") + "\n", "mount-cache/apt/refused-setting", subject);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apt-get upgrade -y -o Dir::Etc::Sourcelist=/etc/apt/security.list", "apt-get install -y -oDir::Etc::SourceParts=- x",
        "apt-get install -y -o APT::Get::List-Cleanup=0 x"
      })
  void onlyAnUpdateFetchesAPartOfTheLists(String call) {
    assertMarked(MAIN, "FROM debian:12\n«keep»RUN «archives»«lists»apt-get update && " + call + "\n");
    for (String fetching : new String[] {call.replaceAll("upgrade|install", "$0 --update"), call.replaceAll("(upgrade|install) -y|x$", "update") + " && apt-get install -y x"}) {
      Rewrite rewrite = assertMarked(MAIN, "FROM debian:12\n«keep»RUN «archives»" + fetching + "\n");
      assertThat(rewrite.notes(Note.Kind.KEPT).map(Note::rule)).containsExactly("mount-cache/apt/refused-setting");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"pip --isolated install --no-cache-dir a", "pip install --isolated a"})
  void isolatedPipGoesByNoVariables(String call) {
    assertLeft("ENV PIP_CACHE_DIR=/y\nRUN " + call, "mount-cache/pip/refused-setting", "--isolated");
  }
}
