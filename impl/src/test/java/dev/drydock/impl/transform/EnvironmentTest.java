package dev.drydock.impl.transform;

import static dev.drydock.impl.transform.TransformAssertions.assertMarked;
import static dev.drydock.impl.transform.TransformAssertions.assertNotNoted;
import static dev.drydock.impl.transform.TransformAssertions.assertNoted;
import static dev.drydock.caching.Transforms.pythonCaching;

import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which variables reach a command, and which files configure it (hazard 6). */
class EnvironmentTest {

  private static final Transform MAIN = pythonCaching().withoutSyntax();
  private static final String ENVIRONMENT = "drop-cache-defeaters/pip/environment";

  private static Rewrite assertRefits(String marked) {
    return assertMarked(MAIN, "FROM python:3.12-slim\n" + marked + "\n");
  }

  private static void assertKept(String lines, String rule, String subject) {
    TransformAssertions.assertKept(MAIN, "FROM python:3.12-slim\n" + lines + "\n", "mount-cache/pip/" + rule, subject);
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
  @ValueSource(strings = {"unset PIP_CACHE_DIR; ", "sudo ", "if x; then PIP_CACHE_DIR=/x; fi; ", "env -i "})
  void whatMayNotReachTheCommandIsNoPlace(String without) {
    String call = "pip install --no-cache-dir a";
    assertKept("USER root\nENV PIP_CACHE_DIR=/y\nRUN " + without + call, "relocated", call);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unset X; pip install a", "sudo pip install a", "X=/y; pip install a"})
  void withoutSuchAVariableTheyAreAsEver(String run) {
    assertRefits("USER root\nENV X=/x\nRUN «pip»" + run);
  }

  @Test
  void whatDoesNotReachTheCommandDoesNotSwitchItsCacheOff() {
    Rewrite off = assertRefits("ENV PIP_NO_CACHE_DIR=1\nRUN «pip»pip install a");
    assertNoted(off, Note.Kind.WARNING, ENVIRONMENT, "PIP_NO_CACHE_DIR=1");
    Rewrite on = assertRefits("ENV PIP_NO_CACHE_DIR=1\nRUN «pip»unset PIP_NO_CACHE_DIR; pip install a");
    assertNotNoted(on, ENVIRONMENT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pip --isolated install --no-cache-dir a", "pip install --isolated a"})
  void isolatedPipGoesByNoVariables(String call) {
    assertKept("ENV PIP_CACHE_DIR=/y\nRUN " + call, "refused-setting", "--isolated");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN «pip»--mount=type=secret,id=pip,target=/etc/pip.conf«- »«+ \\\n    »pip install «---no-cache-dir »x",
        "RUN «pip»--mount=type=secret,id=pip,target=/etc/pip.conf«- »«+ \\\n    »pip install «---no-cache »x",
        "COPY pip.conf /etc/\nRUN «pip»pip install «---no-cache-dir »x"
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
  void whatIsWrittenIntoTheFileIs(String lines) {
    Rewrite rewrite = assertRefits(lines + "\nRUN «pip»pip install x");
    assertNoted(rewrite, Note.Kind.WARNING, ENVIRONMENT, lines.lines().findFirst().orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"/usr/bin/env\", \"bash\", \"-c\"]", "[\"env\", \"sh\", \"-ec\"]", "[\"/bin/bash\", \"-c\"]"})
  void aShellMayBeLookedUpByEnv(String shell) {
    assertRefits("SHELL " + shell + "\nRUN «pip»pip install x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"/usr/bin/env\", \"pwsh\", \"-c\"]", "[\"env\", \"-S\", \"bash -c\"]", "[\"env\"]"})
  void notWhereItIsAnotherProgram(String shell) {
    assertKept("SHELL " + shell + "\nRUN pip install x", "shell", "pip");
  }
}
