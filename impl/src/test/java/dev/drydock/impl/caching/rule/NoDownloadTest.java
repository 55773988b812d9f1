package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.impl.caching.Examples.MOUNT;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Dockerfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is mounted in a RUN that downloads nothing. */
class NoDownloadTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip list", "pip install --no-index --find-links=/wheels a", "uv pip install --offline a", "pip --version",
        "apt-get clean", "apt-get -s install a", "apt-cache search a", "apt-get-install a", "python -m venv pip install a",
        "python x.py -m pip install a", "python -m", "python - -m pip", "python -c x -m pip install a",
        "python -Wm pip install a", "python -V -m pip install a", "python -Im venv pip", "python -X pip install a", "python3x -m pip install a", "uvx --offline ruff",
        "uv run --offline x", "uv tool run --offline x", "uv --version", "pip -h install a", "pip $ARGS", "pip --timeout install x",
        "python -mvenv pip install a", "python -u -B", "pip list && python -m", "uv run --directory /a --offline x", "uv tool run --color x --offline y", "--network=none pip install a", "pip config set a b",
        "uv venv /opt/venv", "uv python install 3.12", "uv self update", "uv run --no-sync pytest", "UV_NO_SYNC=1 uv run pytest",
        "uv venv && uv python install 3.12 && . .venv/bin/activate", "PIP_NO_INDEX=1 pip install a", "export PIP_NO_INDEX=true && pip install a"
      })
  void whatDownloadsNothingIsLeftAlone(String command) {
    Dockerfile before = Dockerfile.parse("FROM python:3\nRUN " + command + "\n");
    assertThat(MOUNT.apply(before).changed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install --no-deps /dist/*.whl", "pip install ./a.whl --no-deps", "pip3 install --no-deps --no-cache-dir dist/a-1.0.whl b.whl",
        "python -m pip install --no-deps file:///dist/a.whl", "uv pip install --system --no-deps /dist/*.whl", "pip install --no-deps \"/dist/a.whl\""
      })
  void wheelsThatLieHereAreNoDownloads(String command) {
    assertKept(MOUNT, "FROM python:3\nRUN " + command + "\n", "mount-cache/" + (command.startsWith("uv") ? "uv" : "pip") + "/no-download", command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uv venv --seed /opt/venv", "uv venv && uv pip install a", "uv run --no-sync --with ruff ruff", "UV_NO_SYNC=0 uv run pytest",
        "UV_NO_SYNC=1 uv sync", "uv run pytest --no-sync", "PIP_NO_INDEX=0 pip install a", "pip install PIP_NO_INDEX_1"
      })
  void whatDownloadsAfterAllIsMounted(String command) {
    assertThat(MOUNT.apply(Dockerfile.parse("FROM python:3\nRUN " + command + "\n")).changed()).isTrue();
  }

  @Test
  void theNoteSaysWhetherTheNetworkIsMissed() {
    String rule = "mount-cache/pip/no-download";
    assertThat(reason(assertKept(MOUNT, "FROM python:3\nRUN --network=none pip install a\n", rule), rule)).contains("--network=none");
    assertThat(reason(assertKept(MOUNT, "FROM python:3\nRUN --network=none pip --version\n", rule), rule)).doesNotContain("network");
  }

  @Test
  void aVariableOfTheFileSaysTheSameAsTheOption() {
    assertKept(MOUNT, "FROM python:3\nENV PIP_NO_INDEX=1\nRUN pip install a\n", "mount-cache/pip/no-download", "pip install a");
    assertThat(MOUNT.apply(Dockerfile.parse("FROM python:3\nRUN pip install a\nENV PIP_NO_INDEX=1\n")).changed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dist/*.whl", "--no-deps ./a.whl b", "--no-deps https://x.org/a.whl", "--no-deps 'a @ https://x.org/a.whl'", "--no-deps -r r.txt ./a.whl", "--no-deps $A",
        "--no-deps .", "--no-deps ./a.tar.gz", "--no-deps a"
      })
  void allElseIsADownload(String packages) {
    Dockerfile before = Dockerfile.parse("FROM python:3\nRUN pip install " + packages + "\n");
    assertThat(MOUNT.apply(before).changed()).isTrue();
  }

  @Test
  void aLongCommandIsShownByItsBeginningOnOneLine() {
    String command = "pip list " + "x".repeat(70);
    assertKept(MOUNT, "FROM a\nRUN " + command + "\n", "mount-cache/pip/no-download", command.substring(0, 70) + "…");
    String fitting = command.substring(0, 70);
    assertKept(MOUNT, "FROM a\nRUN " + fitting + "\n", "mount-cache/pip/no-download", fitting);
    assertKept(MOUNT, "FROM a\nRUN pip  list\n", "mount-cache/pip/no-download", "pip list");
  }

  @Test
  void aPackageManagerOfWhichOnlyTheNameIsKnownDownloadsNothing() {
    PackageManager bare = PackageManager.named("bare").build();
    assertKept(mountCache(bare), "FROM a\nRUN bare install x\n", "mount-cache/bare/no-download");
    assertThat(bare).hasToString("bare");
    assertThat(bare.caches()).isEmpty();
    assertThat(bare.buildsFromSource()).isFalse();
  }
}
