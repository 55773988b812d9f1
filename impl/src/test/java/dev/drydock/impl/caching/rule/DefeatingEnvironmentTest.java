package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.assertLeft;
import static dev.drydock.caching.Transforms.dropCacheDefeatingEnv;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.dropCacheDefeaters;
import static dev.drydock.impl.caching.Examples.assertRefits;
import static dev.drydock.impl.caching.TransformAssertions.assertNotNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static dev.drydock.impl.caching.TransformAssertions.assertWarns;
import static dev.drydock.impl.caching.TransformAssertions.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Variables and files that switch a cache off are warned of, where they reach the package manager. */
class DefeatingEnvironmentTest {

  private static final Transform DROP = dropCacheDefeaters(APT, PIP, UV);
  private static final String ENVIRONMENT = "drop-cache-defeaters/pip/environment";

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "off", "false", "yes"})
  void variablesOfTheImageAreOnlyWarnedOf(String value) {
    assertWarns(
        DROP,
        "FROM python:3.12\nENV PIP_NO_CACHE_DIR=" + value + "\nRUN --mount=type=cache,target=/root/.cache/pip pip install a\n",
        "drop-cache-defeaters/pip/environment");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENV PIP_NO_CACHE_DIR=1 // RUN MOUNT pip install a                         | PIP_NO_CACHE_DIR=1 | take it out of ENV or ARG",
        "RUN MOUNT export PIP_NO_CACHE_DIR=1; pip install a; echo $PIP_NO_CACHE_DIR | PIP_NO_CACHE_DIR=1 | no transform takes it out",
        "ENV O=--no-cache-dir // RUN MOUNT pip install $O a                        | O=--no-cache-dir   | no transform takes it out",
        "RUN MOUNT pip install ${O:---no-cache-dir} a                    | ${O:---no-cache-dir} | no transform takes it out"
      })
  void theWarningSaysWhatItIsAndWhoTakesItOut(String lines, String subject, String advice) {
    String mounted = lines.replace(" // ", "\n").replace("MOUNT", "--mount=type=cache,target=/root/.cache/pip");
    Rewrite rewrite = assertWarns(DROP, python(mounted), ENVIRONMENT);
    assertNoted(rewrite, Note.Kind.WARNING, ENVIRONMENT, subject);
    assertThat(reason(rewrite, ENVIRONMENT)).contains(advice);
  }

  @Test
  void emptyVariablesSwitchNothingOff() {
    assertUntouched(
        DROP,
        "FROM python:3.12\nENV UV_NO_CACHE=0 PIP_NO_CACHE_DIR=\nRUN --mount=type=cache,target=/root/.cache uv sync && pip install a\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pip config set global.no-cache-dir true", "RUN printf '[global]\\nno-cache-dir=1' > /etc/pip.conf",
        "COPY <<EOF /root/.config/pip/pip.conf\n[global]\nno-cache-dir = true\nEOF"
      })
  void visibleConfigurationIsWarnedOf(String configuration) {
    assertWarns(
        DROP,
        "FROM python:3.12\n" + configuration + "\nRUN --mount=type=cache,target=/root/.cache/pip pip install a\n",
        "drop-cache-defeaters/pip/environment");
  }

  @Test
  void aVariableOfTheCommandThatDoesNotGoIsWarnedOf() {
    for (String run : new String[] {"PIP_NO_CACHE_DIR=$OFF pip install a", "export PIP_NO_CACHE_DIR=1 && ./a && pip install a"}) {
      assertWarns(
          DROP, "FROM python:3.12\nRUN --mount=type=cache,target=/root/.cache/pip " + run + "\n", "drop-cache-defeaters/pip/environment");
    }
    assertUntouched(
        DROP, "FROM python:3.12\nENV PIP_NO_CACHE_DIR=1\nRUN --mount=type=cache,target=/root/.cache/pip PIP_NO_CACHE_DIR= pip install a\n");
    assertUntouched(
        DROP, "FROM python:3.12\nENV PIP_NO_CACHE_DIR=1\nRUN --mount=type=cache,target=/root/.cache/pip pip list\n");
  }

  @Test
  void whatDoesNotReachTheCommandDoesNotSwitchItsCacheOff() {
    assertLeft("ENV PIP_NO_CACHE_DIR=1\nRUN pip install a", ENVIRONMENT, "PIP_NO_CACHE_DIR=1");
    Rewrite on = assertRefits("ENV PIP_NO_CACHE_DIR=1\nRUN «pip»unset PIP_NO_CACHE_DIR; pip install a");
    assertNotNoted(on, ENVIRONMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN «pip»--mount=type=secret,id=pip,target=/etc/pip.conf«- »«+ \\\n    »pip install «---no-cache-dir »x",
        "RUN «pip»--mount=type=secret,id=pip,target=/etc/pip.conf«- »«+ \\\n    »pip install «---no-cache »x",
        "COPY pip.conf /etc/\nRUN «pip»«wheels»pip install «---no-cache-dir »x"
      })
  void anOptionBesideAMountedFileIsNoConfiguration(String run) {
    assertNotNoted(assertRefits(run), ENVIRONMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pip config set global.no-cache-dir true", "RUN printf '[global]\\nno-cache-dir = true' > /etc/pip.conf",
        "COPY <<EOF /etc/pip.conf\n[global]\nno-cache-dir = true\nEOF"
      })
  void noMountComesWhereAConfigurationThatTheFileWritesSwitchesTheCacheOff(String lines) {
    assertLeft(lines + "\nRUN pip install x", ENVIRONMENT, lines.lines().findFirst().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV PIP_NO_CACHE_DIR=1\nRUN echo PIP_NO_CACHE_DIR && pip install a",
        "ENV PIP_OPTS=\"--no-cache-dir --upgrade\"\nRUN pip install $PIP_OPTS a", "ARG O=--no-cache-dir\nRUN pip install $O a",
        "RUN export O='-U --no-cache-dir' && pip install $O a", "RUN O=--no-cache; pip install ${O} a",
        "RUN pip install ${O:---no-cache-dir} a", "ENV O=--no-cache-dir\nRUN bash -c 'pip install $O a'",
        "ENV O=--no-cache-dir\nRUN <<EOF\npip install $O a\nEOF", "ENV O=--no-cache-dir\nONBUILD RUN pip install $O a",
        "RUN export PIP_NO_CACHE_DIR=off; pip install a; pip install $PIP_NO_CACHE_DIR", "RUN pip config set global.no-cache-dir true && pip install a"
      })
  void noMountComesWhereTheCacheIsOff(String lines) {
    assertKept(MAIN, python(lines), ENVIRONMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV UV_NO_CACHE=1\nRUN uv sync", "RUN printf 'no-cache = true' > /etc/uv/uv.toml\nRUN uv sync",
        "ARG UV_NO_CACHE=1\nRUN uv sync", "RUN UV_OPTS=-n; uv sync $UV_OPTS",
        "RUN useradd -m -u 1001 app\nENV UV_NO_CACHE=1\nUSER app\nRUN uv sync"
      })
  void noStepMakesADirectoryForAMountThatDoesNotCome(String lines) {
    assertKept(MAIN, python(lines), "drop-cache-defeaters/uv/environment");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV O=-U\nRUN «pip»pip install ${O:---no-cache-dir} a", "ARG O=--no-cache-dir\nRUN «pip»O=$(cat o); pip install $O a", "RUN pip config set global.timeout 9\nLABEL pip=no-cache-dir\nRUN «pip»pip install a",
        "ENV UV_NO_CACHE=0\nRUN «uv»uv sync", "RUN printf 'no-cache = false' > /etc/uv/uv.toml\nRUN «uv»uv sync",
        "ENV PIP_OPTS=--upgrade\nRUN «pip»pip install $PIP_OPTS a", "RUN «pip»pip install $PIP_OPTS a",
        "ENV O=--no-cache-dir\nRUN «pip»O=-U; pip install $O a", "ENV O=--no-cache-dir\nRUN «pip»pip install a && echo $O",
        "RUN «pip»pip install a\nENV PIP_NO_CACHE_DIR=1"
      })
  void aMountComesWhereTheCacheIsOn(String marked) {
    assertNotNoted(assertRefits(marked), ENVIRONMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN «pip»«-PIP_NO_CACHE_DIR=1 »pip install a",
        "RUN «pip»«-PIP_NO_CACHE_DIR=1 »pip install a && «-PIP_NO_CACHE_DIR=0 »pip install «---no-cache-dir »b",
        "RUN «pip»PIP_TIMEOUT=9 «-PIP_NO_CACHE_DIR=yes »pip install a",
        "RUN «pip»«-PIP_NO_CACHE_DIR=1 \\\n    »pip install a",
        "RUN «pip»«-PIP_NO_CACHE_DIR=1 »\\\n    # why\n    pip install a",
        "RUN «pip»env «-PIP_NO_CACHE_DIR=1 »pip install a",
        "RUN «pip»«-PIP_NO_CACHE_DIR=1 »timeout 60 pip install a | tee log",
        "RUN «pip»«-PIP_NO_CACHE_DIR=1 »bash -c 'pip install a; pip install b'",
        "ONBUILD RUN «pip»«-PIP_NO_CACHE_DIR=1 »pip install a",
        "RUN «pip»«-export PIP_NO_CACHE_DIR=1; »pip install a",
        "RUN «pip»set -e; «-export PIP_NO_CACHE_DIR=1; »pip install a && pip install b",
        "RUN «pip»export «-PIP_NO_CACHE_DIR=1 »PIP_TIMEOUT=9 && pip install a",
        "RUN «uv»«-UV_NO_CACHE=1 »uv sync", "RUN «pip»«-declare -x PIP_NO_CACHE_DIR=1; »pip install a",
        "RUN «pip»«-PIP_NO_CACHE_DIR=1 »pip install a && ./install.sh",
        "RUN «pip»«-PIP_NO_CACHE_DIR=1 »timeout 60 pip install a && ./install.sh",
        "RUN «pip»env «-PIP_NO_CACHE_DIR=1 »pip install a && ./install.sh",
        "RUN «pip»«-export PIP_NO_CACHE_DIR=1; »npm ci; pip install a",
        "RUN «pip»«uv»«-export PIP_NO_CACHE_DIR=1; »pip install a; uv sync"
      })
  void anAssignmentForTheCallAloneGoesAsAnOptionDoes(String marked) {
    assertNotNoted(assertRefits(marked), ENVIRONMENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN PIP_NO_CACHE_DIR=$OFF pip install a", "RUN export PIP_NO_CACHE_DIR=1; ./install.sh; pip install a",
        "RUN export PIP_NO_CACHE_DIR=1; pip install a; pipenv install", "RUN if x; then export PIP_NO_CACHE_DIR=1; fi; pip install a",
        "RUN export PIP_NO_CACHE_DIR=1; pip install a; echo ${PIP_NO_CACHE_DIR}", "RUN PIP_NO_CACHE_DIR=1 bash -c './a; pip install a'",
        "ENV PIP_NO_CACHE_DIR=1\nRUN PIP_NO_CACHE_DIR=1 pip install a",
        "RUN export PIP_NO_CACHE_DIR=1; pip install a; PIP_CACHE_DIR=/opt/c pip install b"
      })
  void anAssignmentThatSomethingElseMayNeedStays(String lines) {
    assertKept(MAIN, python(lines), ENVIRONMENT);
  }

  @Test
  void anAssignmentForWhatTheToolRunsStays() {
    assertKept(MAIN, python("RUN UV_NO_CACHE=1 uv run pytest"), "drop-cache-defeaters/uv/environment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUN «pip»PIP_NO_CACHE_DIR= pip install a", "RUN «uv»UV_NO_CACHE=0 uv sync"})
  void anAssignmentThatSwitchesNothingOffStays(String marked) {
    assertNotNoted(assertRefits(marked), ENVIRONMENT);
  }

  @Test
  void aCallThatUsesTheCacheIsReasonEnough() {
    Rewrite rewrite = assertRefits("RUN «pip»pip install a && export PIP_NO_CACHE_DIR=1 && ./a && pip install b");
    assertNoted(rewrite, Note.Kind.WARNING, ENVIRONMENT, "PIP_NO_CACHE_DIR=1");
  }

  @Test
  void whatTheNoteAdvisesMountsTheCacheAndTakesTheVariableOut() {
    assertMarked(
        Transform.sequence(mountCache(PIP), dropCacheDefeatingEnv(PIP), MAIN),
        python("«-ENV PIP_NO_CACHE_DIR=1\n»RUN «pip»pip install «---no-cache-dir »a"));
  }
}
