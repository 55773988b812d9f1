package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.BUNDLER;
import static dev.drydock.caching.PackageManagers.CONDA;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.assertLeft;
import static dev.drydock.impl.caching.Examples.assertRefits;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mount follows what moves the cache, and does not come where that cannot be told (hazard 6). */
class RelocatedTest {

  @ParameterizedTest
  @ValueSource(strings = {"ENV PIP_CACHE_DIR=/opt/c", "ENV HOME=/opt\nENV PIP_CACHE_DIR=$HOME/c", "ENV PIP_CACHE_DIR /opt/c"})
  void theMountFollowsTheVariable(String setting) {
    assertMarked(MAIN, python(setting + "\nRUN «/opt/c»pip install a"));
  }

  @Test
  void theMountFollowsWhateverMovesTheCache() {
    assertRewrites(
        MAIN,
        python("ENV XDG_CACHE_HOME=/x\nRUN uv sync"),
        python("ENV XDG_CACHE_HOME=/x\nRUN --mount=type=cache,target=/x/uv \\\n    uv sync"));
    assertRewrites(
        MAIN,
        python("RUN pip install --cache-dir /c a"),
        python("RUN --mount=type=cache,target=/c \\\n    pip install --cache-dir /c a"));
    assertRewrites(
        MAIN,
        python("RUN export UV_CACHE_DIR=/c && uv sync"),
        python("RUN --mount=type=cache,target=/c \\\n    export UV_CACHE_DIR=/c && uv sync"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ARG PIP_CACHE_DIR\nRUN pip install a", "ARG PIP_CACHE_DIR=/c\nRUN pip install a",
        "ENV PIP_CACHE_DIR=cache\nRUN pip install a", "ENV PIP_CACHE_DIR=~/c\nRUN pip install a",
        "ENV HOME=$ELSEWHERE\nRUN pip install a", "RUN pip config set global.cache-dir /c\nRUN pip install a",
        "RUN pip config set global.cache-dir /c && pip install a",
        "RUN pip install --cache-dir=$(mktemp -d) a", "RUN pip install a --cache-dir", "ENV XDG_CACHE_HOME=x\nRUN pip install a",
        "ENV PIP_CACHE_DIR=/\nRUN pip install a", "ENV PIP_CACHE_DIR=/a,b\nRUN pip install a",
        "ENV PIP_CACHE_DIR='/a b'\nRUN pip install a", "ENV PIP_CACHE_DIR=/\u00e9\nRUN pip install a",
        "RUN PIP_CACHE_DIR+=x pip install a", "RUN if a; then export PIP_CACHE_DIR=/c; fi; pip install a",
        "RUN printf '[global]\\ncache-dir=/c' > /etc/pip.conf\nRUN pip install a",
        "RUN printf '[global]\\ncache_dir = /c' > /etc/pip.conf\nRUN pip install a"
      })
  void whatABuildArgumentCanMoveIsLeftAlone(String lines) {
    assertKept(MAIN, python(lines), "mount-cache/pip/relocated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENV PIP_CACHE_DIR='/opt/my cache' // RUN pip install a | PIP_CACHE_DIR is /opt/my cache",
        "ARG PIP_CACHE_DIR // RUN pip install a                 | PIP_CACHE_DIR is not known",
        "RUN pip install --cache-dir cache a                    | the cache directory that an option names is cache",
        "ENV HOME=$X // RUN pip install a                       | the home directory of its user is not known"
      })
  void theNoteSaysWhereItMayBe(String lines, String where) {
    Rewrite rewrite = assertKept(MAIN, python(lines.replace(" // ", "\n")), "mount-cache/pip/relocated");
    assertThat(reason(rewrite, "mount-cache/pip/relocated")).endsWith(where);
  }

  @Test
  void itNamesTheVariableThatWouldTell() {
    Rewrite rewrite = assertKept(mountCache(BUNDLER, CONDA), "FROM debian:12\nRUN bundle install && conda install x\n", "mount-cache/conda/relocated");
    assertThat(reason(rewrite, "mount-cache/conda/relocated")).contains("; CONDA_PKGS_DIRS in an ENV");
    assertThat(reason(rewrite, "mount-cache/bundler/relocated")).contains("; GEM_HOME in an ENV");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV PIP_CACHE_DIR=\nRUN «pip»pip install a", "ENV XDG_CACHE_HOME=\nRUN «pip»pip install a",
        "ENV UV_CACHE_DIR=/c\nRUN «pip»pip install a", "RUN pip config set global.timeout 9\nRUN «pip»pip install a",
        "RUN pip config set global.cache-dir /c\nFROM python:3\nRUN «pip»pip install a",
        "RUN «pip»pip install a\nRUN pip config set global.cache-dir /c"
      })
  void whatIsEmptyOrSaidElsewhereDoesNotMoveThem(String marked) {
    assertMarked(MAIN, python(marked));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WORKDIR /h\nENV HOME=/h\nRUN «/h/.cache/pip»pip install a", "ENV HOME=/h XDG_CACHE_HOME=/x\nRUN «/x/pip»pip install a",
        "ENV HOME=/h XDG_CACHE_HOME=/x PIP_CACHE_DIR=/p\nRUN «/p»pip install a",
        "ENV PIP_CACHE_DIR=/p\nRUN «/q»pip install --cache-dir=/o/../q/ a", "ENV PIP_CACHE_DIR=/p\nRUN «/q»PIP_CACHE_DIR=/q pip install a",
        "ENV P=/opt\nRUN «/opt/q»export PIP_CACHE_DIR=$P/q; pip install a", "RUN «/opt/.cache/pip»HOME=/opt pip install a",
        "ENV HOME=/opt\nRUN «/srv/.cache/pip»HOME=/srv pip install a"
      })
  void theStrongestSettingCounts(String marked) {
    assertMarked(MAIN, python(marked));
  }

  @ParameterizedTest
  @CsvSource({
    "mcr.microsoft.com/azure-functions/python:4-python3.11, /home/.cache/pip", "bitnami/spark:3.5, /.cache/pip",
    "python:3.12, /root/.cache/pip"
  })
  void anImageMaySetHome(String image, String target) {
    assertMarked(MAIN, "FROM " + image + "\nUSER root\nRUN «" + target + "»pip install «---no-cache-dir »flask\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«/x»PIP_CACHE_DIR=/x; pip install", "«/x»export PIP_CACHE_DIR=/x; pip install", "«/y»OTHER=/x; pip install",
        "«/z»PIP_CACHE_DIR=/x; PIP_CACHE_DIR=/z pip install", "«/y»PIP_CACHE_DIR=/x true; pip install", "«/y»sudo -E pip install"
      })
  void whatTheFileExportsIsSoWithAnotherValueToo(String call) {
    assertRefits("USER root\nENV PIP_CACHE_DIR=/y\nRUN " + call + "«- --no-cache-dir» a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"unset PIP_CACHE_DIR; ", "sudo ", "PIP_CACHE_DIR=/x; sudo ", "if x; then PIP_CACHE_DIR=/x; fi; ", "env -i "})
  void whatMayNotReachTheCommandIsNoPlace(String without) {
    String call = "pip install --no-cache-dir a";
    assertLeft("USER root\nENV PIP_CACHE_DIR=/y\nRUN " + without + call, "mount-cache/pip/relocated", call);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unset X; pip install a", "sudo pip install a", "X=/y; pip install a"})
  void withoutSuchAVariableTheCacheIsWhereItAlwaysIs(String run) {
    assertRefits("USER root\nENV X=/x\nRUN «pip»" + run);
  }
}
