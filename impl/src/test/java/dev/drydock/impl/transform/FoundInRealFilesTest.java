package dev.drydock.impl.transform;

import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.keepAptCache;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.caching.Transforms.pythonCaching;
import static dev.drydock.impl.transform.TransformAssertions.assertKept;
import static dev.drydock.impl.transform.TransformAssertions.assertMarked;
import static dev.drydock.impl.transform.TransformAssertions.assertNoted;
import static dev.drydock.impl.transform.TransformAssertions.assertRewrites;
import static dev.drydock.impl.transform.TransformAssertions.assertUntouched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shapes that reviewing rewritten real files brought up, each with the rule that it taught. */
class FoundInRealFilesTest {

  private static final Transform MAIN = pythonCaching().withoutSyntax();
  private static final String UPDATE = "FROM debian:12\n«keep»RUN «archives»«lists»apt-get update && apt-get install -y git\n";

  /** The first RUN keeps its lists and the image its hook, since this later RUN may call apt. */
  private static void assertMayCallApt(String later) {
    Rewrite rewrite = assertMarked(MAIN, UPDATE.replace("«keep»", "").replace("«lists»", "") + "RUN " + later + "\n");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/lists", "/var/lib/apt/lists");
    assertNoted(rewrite, Note.Kind.KEPT, "keep-apt-cache/unmounted", ("RUN " + later).lines().findFirst().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rosdep install -y --from-paths src", "mk-build-deps -ir", "playwright install-deps",
        "npx playwright install --with-deps chromium", "ansible-playbook site.yml", "bash <<X\napt-get install -y $(cat x)\nX",
        "apt-cache policy vim && ./install.sh"
      })
  void listsStayWhereALaterProgramMayInstallWithThem(String later) {
    assertMayCallApt(later);
  }

  @ParameterizedTest
  @ValueSource(strings = {
        "rosdep init && rosdep update", "playwright install chromium", "make -j4", "ansible --version", "make install",
        "npx playwright@1.40 install chromium", "bash -c 'cat x'", "sh -lc true", "bash --version"
      })
  void aProgramThatDoesNotCallAptIsNoReason(String later) {
    assertMarked(MAIN, UPDATE + "RUN " + later + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -sSf https://sh.rustup.rs | sh -s -- -y --default-toolchain stable", "curl https://pyenv.run | bash",
        ". \"$NVM_DIR/nvm.sh\" && nvm install 20", "source /opt/ros/humble/setup.bash && colcon build",
        "bash /tmp/Miniconda3-latest-Linux-x86_64.sh -b", "./cmake-3.27.0-linux-x86_64.sh --skip-license",
        ". $HOME/.cargo/env && cargo build", "bash -x /tmp/Miniconda3-latest-Linux-x86_64.sh -b"
      })
  void knownInstallersAndEnvironmentsDoNotCallApt(String known) {
    assertMarked(MAIN, UPDATE + "RUN " + known + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -sL https://deb.nodesource.com/setup_20.x | bash -", "bash /tmp/library-scripts/common.sh", "./install.sh",
        "curl -fsSL https://example.org/x | sh -s -- stable", "source build.sh", "./x.bash",
        "bash < x.sh", "bash -x x.sh", "echo 'x"
      })
  void anUnknownScriptMayCallApt(String unknown) {
    assertMayCallApt(unknown);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if [ -n \"$X\" ]; then apt-get update && apt-get install -y git; fi",
        "command -v git || (apt-get update && apt-get install -y git)",
        "if a; then apt-get update && apt-get install -y x && apt-get install -y y; else apt-get update && apt-get install z; fi"
      })
  void anUpdateRightBeforeItsInstallRunsWhereTheInstallDoes(String command) {
    assertMarked(MAIN, "FROM debian:12\n«keep»RUN «archives»«lists»" + command + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if a; then apt-get update; fi && apt-get install -y git",
        "if a; then apt-get update && apt-get install -y x; fi && apt-get install -y git",
        "if a; then apt-get update; apt-get install -y git; fi", "a || apt-get update || apt-get install -y git"
      })
  void anUpdateThatTheInstallDoesNotDependOnIsNotEnough(String command) {
    Rewrite rewrite = assertMarked(MAIN, "FROM debian:12\n«keep»RUN «archives»" + command + "\n");
    assertNoted(rewrite, Note.Kind.KEPT, "mount-cache/apt/lists", "/var/lib/apt/lists");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"$GNUPGHOME\"", "$GNUPGHOME/x"})
  void whatMktempGaveIsNoCache(String removed) {
    assertMarked(
        MAIN,
        "FROM debian:12\n«keep»RUN «archives»«lists»export GNUPGHOME=\"$(mktemp -d)\" && apt-get update && apt-get install -y git"
            + " && rm -rf " + removed + "\n");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"export GNUPGHOME=\"$(cat x)\", \"$GNUPGHOME\"", "HOME_CACHE=$(cat x) && export GNUPGHOME=\"$(mktemp -d)\", $HOME_CACHE"})
  void whatAnotherCommandGaveMayBeOne(String set, String removed) {
    assertKept(
        MAIN,
        "FROM debian:12\nRUN " + set + " && apt-get update && apt-get install -y git && rm -rf " + removed + "\n",
        "mount-cache/apt/removes-mount-point",
        "rm -rf " + removed);
  }

  @Test
  void whatStandsBeforeAVariableTellsEnoughOfARemovedPath() {
    assertMarked(MAIN, UPDATE.replace("git\n", "git && rm /linux-install-${VERSION}.sh\n"));
    assertKept(
        MAIN,
        "FROM debian:12\nRUN apt-get update && apt-get install -y git && rm -rf /var/${NAME}\n",
        "mount-cache/apt/removes-mount-point",
        "rm -rf /var/${NAME}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install --no-build-isolation flash-attn", "PYCURL_SSL_LIBRARY=openssl pip install pycurl",
        "BLIS_ARCH=generic pip install spacy", "PIP_NO_BINARY=:all: pip install lxml"
      })
  void whatABuildFromSourceDependsOnIsABuildSetting(String command) {
    assertKept(mountCache(PIP), "FROM python:3\nRUN " + command + "\n", "mount-cache/pip/build-settings");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CMAKE_BUILD_PARALLEL_LEVEL=4", "CMAKE_VERSION=3.27.0", "CMAKE_BUILD_TYPE=Release", "MAKEFLAGS=-j8",
        "CMAKE_POLICY_VERSION_MINIMUM=3.5"
      })
  void whatLeavesTheBuiltPackageAsItIsIsNone(String setting) {
    assertRewrites(
        mountCache(PIP),
        "FROM python:3\nARG " + setting + "\nRUN pip install flask\n",
        "FROM python:3\nARG " + setting + "\nRUN --mount=type=cache,target=/root/.cache/pip \\\n    pip install flask\n");
  }

  @Test
  void aDebugBuildIsABuildSetting() {
    assertKept(
        mountCache(PIP),
        "FROM python:3\nARG CMAKE_BUILD_TYPE=Debug\nRUN pip install flask\n",
        "mount-cache/pip/build-settings");
  }

  @ParameterizedTest
  @ValueSource(strings = {"python${VERSION}", "$PYTHON", "\"${PYTHON}\"", "/opt/bin/python$VERSION"})
  void pythonOfAVariableRunsPip(String python) {
    assertRewrites(
        MAIN,
        "FROM python:3\nRUN " + python + " -m pip install --no-cache-dir flask\n",
        "FROM python:3\nRUN --mount=type=cache,target=/root/.cache/pip \\\n    " + python + " -m pip install flask\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"find . -name '*.whl' -exec pip install {} +", "jython -m pip install mock"})
  void aCallAmongTheWordsOfAnotherCommandIsSpokenOf(String command) {
    assertKept(mountCache(PIP), "FROM python:3\nRUN " + command + "\n", "mount-cache/pip/unread");
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo pip install x", "conda create -n x python pip wheel", "apk add py3-pip", "make pip"})
  void wordsThatAreOnlySaidAreNot(String command) {
    assertUntouched(mountCache(PIP, UV), "FROM python:3\nRUN " + command + "\n");
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
  void linesAlignedWithTheCommandAreNoIndentationForMounts() {
    assertRewrites(
        mountCache(PIP),
        """
        FROM python:3
        RUN pip install flask \\
                        gunicorn
        """,
        """
        FROM python:3
        RUN --mount=type=cache,target=/root/.cache/pip \\
            pip install flask \\
                        gunicorn
        """);
  }

  @Test
  void aBlankLineSetsTheConfigurationOffFromAComment() {
    assertRewrites(
        keepAptCache(),
        """
        FROM debian:12
        # curl for the health check
        RUN apt-get update && apt-get install -y curl
        """,
        """
        FROM debian:12
        # Configure apt to keep downloaded packages for cache mount
        RUN rm -f /etc/apt/apt.conf.d/docker-clean; \\
            echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache

        # curl for the health check
        RUN apt-get update && apt-get install -y curl
        """);
  }
}
