package dev.drydock.impl.caching;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.addSyntax;
import static dev.drydock.caching.Transforms.keepAptCache;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.assertRefits;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertRewritesOnce;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountCacheTest {

  private static final Transform ALL = mountCache(APT, PIP, UV);

  @Test
  void theSequenceWritesWhatDockersDocumentationHas() {
    assertRewritesOnce(
        Transform.sequence(addSyntax(), keepAptCache(), ALL),
        """
        FROM python:3.12-slim
        RUN apt-get update && apt-get install -y curl
        RUN pip install -r requirements.txt
        RUN uv pip install --system .
        """,
        """
        # syntax=docker/dockerfile:1
        FROM python:3.12-slim
        # Configure apt to keep downloaded packages for cache mount
        RUN rm -f /etc/apt/apt.conf.d/docker-clean; \\
            echo 'Binary::apt::APT::Keep-Downloaded-Packages "true";' > /etc/apt/apt.conf.d/keep-cache
        RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\
            --mount=type=cache,target=/var/lib/apt,sharing=locked \\
            apt-get update && apt-get install -y curl
        RUN --mount=type=cache,target=/root/.cache/pip \\
            pip install -r requirements.txt
        RUN --mount=type=cache,target=/root/.cache/uv \\
            uv pip install --system .
        """);
  }

  @Test
  void mountsStandInOneOrderWhicheverIsAddedFirst() {
    String before = "FROM python:3\nRUN apt-get update && apt-get install -y a && pip install uv && uv pip install b\n";
    String after =
        """
        FROM python:3
        RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\
            --mount=type=cache,target=/var/lib/apt,sharing=locked \\
            --mount=type=cache,target=/root/.cache/pip \\
            --mount=type=cache,target=/root/.cache/uv \\
            apt-get update && apt-get install -y a && pip install uv && uv pip install b
        """;
    for (Vector<PackageManager> order : Vector.of(APT, PIP, UV).permutations()) {
      Transform oneByOne = Transform.identity();
      for (PackageManager manager : order) {
        oneByOne = oneByOne.andThen(mountCache(manager));
      }
      assertThat(oneByOne.apply(Dockerfile.parse(before)).after().text()).isEqualTo(after);
    }
  }

  @Test
  void theIndentationIsTheOneThatTheRunUses() {
    assertRewrites(
        ALL,
        "FROM python:3\nRUN pip install a \\\n  && pip install b \\\n      c\n",
        "FROM python:3\nRUN --mount=type=cache,target=/root/.cache/pip \\\n  pip install a \\\n  && pip install b \\\n      c\n");
  }

  @Test
  void commentsAndPragmasStayDirectlyAboveTheRun() {
    assertRewrites(
        ALL,
        "FROM python:3\n# hadolint ignore=DL3013\nrun pip install a\n",
        "FROM python:3\n# hadolint ignore=DL3013\nrun --mount=type=cache,target=/root/.cache/pip \\\n    pip install a\n");
  }

  @Test
  void aCommandThatBeginsOnItsOwnLineStaysThere() {
    assertRewrites(
        ALL,
        "FROM python:3\nRUN \\\n  # why\n  pip install a\n",
        "FROM python:3\nRUN --mount=type=cache,target=/root/.cache/pip \\\n  # why\n  pip install a\n");
  }

  @Test
  void theEscapeCharacterOfTheFileContinuesTheLine() {
    assertRewrites(
        ALL,
        "# escape=`\nFROM python:3\nRUN pip install a\n",
        "# escape=`\nFROM python:3\nRUN --mount=type=cache,target=/root/.cache/pip `\n    pip install a\n");
  }

  @Test
  void execFormHeredocAndOnbuildAreMountedToo() {
    assertRewrites(
        ALL,
        """
        FROM python:3
        RUN ["pip", "install", "a"]
        RUN ["/bin/bash", "-c", "apt-get update && apt-get install -y b"]
        RUN <<EOF
        pip install c
        EOF
        ONBUILD RUN pip install d
        """,
        """
        FROM python:3
        RUN --mount=type=cache,target=/root/.cache/pip \\
            ["pip", "install", "a"]
        RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\
            --mount=type=cache,target=/var/lib/apt,sharing=locked \\
            ["/bin/bash", "-c", "apt-get update && apt-get install -y b"]
        RUN --mount=type=cache,target=/root/.cache/pip \\
            <<EOF
        pip install c
        EOF
        ONBUILD RUN --mount=type=cache,target=/root/.cache/pip \\
            pip install d
        """);
  }

  @Test
  void existingFlagsComeBehindTheCacheMounts() {
    assertRewrites(
        ALL,
        "FROM python:3\nRUN --mount=type=bind,source=r.txt,target=r.txt pip install -r r.txt\n",
        "FROM python:3\nRUN --mount=type=cache,target=/root/.cache/pip \\\n"
            + "    --mount=type=bind,source=r.txt,target=r.txt \\\n    pip install -r r.txt\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python -m pip install a", "python3.12 -m pip install a", "/opt/venv/bin/pip install a",
        "\"$VENV/bin/pip\" install a", "pip3 -q install a", "bash -c 'pip install a'", "if true; then pip install a; fi",
        "(cd x && pip install a)", "PIP_INDEX_URL=b pip install a", "pip --timeout 60 install a",
        "env LANG=b pip install a", "python -u -m pip install a", "python -mpip install a", "python -Im pip install a",
        "python -Impip install a", "python -W ignore -m pip install a", "python -Wignore -Xutf8 -m pip install a",
        "python3 -X utf8 -bm pip install a", "python --check-hash-based-pycs always -I -m pip install a",
        "/usr/bin/python3 -sE -m pip install a", "pypy3 -m pip install a",
        "pip $OPTIONS install a", "pip --proxy x --log y install a", "$HOME/bin/pip3.12 wheel a", "pip list && pip download a"
      })
  void everyWayToCallPipIsSeen(String command) {
    assertRewrites(
        ALL,
        "FROM python:3\nRUN " + command + "\n",
        "FROM python:3\nRUN --mount=type=cache,target=/root/.cache/pip \\\n    " + command + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uvx ruff", "uvx --from a b --offline", "uv run x --offline", "uv --directory /a run --project /b x --dry-run",
        "uv tool run ruff --help", "python -m uv sync", "uv pip install --system a", "uv lock", "uv build"
      })
  void everyWayToCallUvIsSeen(String command) {
    assertRewrites(
        ALL,
        "FROM python:3\nRUN " + command + "\n",
        "FROM python:3\nRUN --mount=type=cache,target=/root/.cache/uv \\\n    " + command + "\n");
  }

  @Test
  void aCacheThatWasMovedKeepsItsPlaceAmongTheMounts() {
    assertRewrites(
        ALL,
        "FROM python:3\nENV PIP_CACHE_DIR=/z\nRUN uv sync && pip install a\n",
        "FROM python:3\nENV PIP_CACHE_DIR=/z\nRUN --mount=type=cache,target=/z \\\n"
            + "    --mount=type=cache,target=/root/.cache/uv \\\n    uv sync && pip install a\n");
    assertRewrites(
        mountCache(UV),
        "FROM python:3\nENV PIP_CACHE_DIR=/z\nRUN --mount=type=cache,target=/z uv sync && pip install a\n",
        "FROM python:3\nENV PIP_CACHE_DIR=/z\nRUN --mount=type=cache,target=/z \\\n"
            + "    --mount=type=cache,target=/root/.cache/uv \\\n    uv sync && pip install a\n");
  }

  @Test
  void aMountStandsBetweenThoseThatAreThere() {
    String apt = "RUN --mount=type=cache,target=/var/cache/apt";
    String others = "--mount=type=cache,target=/root/.cache/uv --mount=type=cache,target=/opt/other --security=insecure";
    assertRewrites(
        ALL,
        "FROM python:3\n" + apt + " " + others + " pip install a\n",
        "FROM python:3\n" + apt + " --mount=type=cache,target=/root/.cache/pip \\\n    " + others + " \\\n    pip install a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type=tmpfs,target=/tmp", "type=tmpfs,target=/var/lib/apt/lists", "type=bind,source=x,target=/var/cache/apt/x", "type=secret,id=x,target=/var/cache/apt/x"
      })
  void aMountThatIsNoCacheComesBehindItWhereverItIs(String mount) {
    assertRefits("RUN «pip»--mount=" + mount + " «+\\\n    »pip install a");
  }

  @Test
  void severalCachesOfOnePackageManagerStandInTheOrderOfItsCalls() {
    assertRefits("RUN «/root/b»«/root/a»pip install --cache-dir=/root/b x && pip install --cache-dir=/root/a y");
  }

  @Test
  void idsTellCachesOfDifferentServicesApart() {
    assertRewrites(
        mountCache(APT.withId("s/one-"), PIP.withId("s/one-")),
        "FROM python:3\nRUN apt-get update && apt-get install -y a && pip install b\n",
        """
        FROM python:3
        RUN --mount=type=cache,id=s/one-/var/cache/apt,target=/var/cache/apt,sharing=locked \\
            --mount=type=cache,id=s/one-/var/lib/apt,target=/var/lib/apt,sharing=locked \\
            --mount=type=cache,id=s/one-/root/.cache/pip,target=/root/.cache/pip \\
            apt-get update && apt-get install -y a && pip install b
        """);
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
  @ValueSource(strings = {"pip${PYTHON_VERSION}", "\"pip$VER\"", "/usr/bin/pip3.$MINOR_VERSION"})
  void pipOfAVersionThatAVariableHoldsIsPip(String pip) {
    assertRewrites(
        MAIN,
        "FROM python:3\nRUN " + pip + " install --no-cache-dir flask\n",
        "FROM python:3\nRUN --mount=type=cache,target=/root/.cache/pip \\\n    " + pip + " install flask\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pip$SUFFIX", "pip$SERVER", "$PIP_VERSION", "mypip$VERSION", "pip-$VERSION", "pip$VERSION$OTHER"})
  void whatElseAVariableMayMakeOfTheNameIsNotKnownToBePip(String name) {
    assertThat(MAIN.apply(Dockerfile.parse("FROM python:3\nRUN " + name + " install flask\n")).after().text()).doesNotContain("mount");
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
}
