package dev.drydock.impl.transform;

import static dev.drydock.caching.Transforms.pythonCaching;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which variables reach a command, and which files configure it (hazard 6). */
class EnvironmentTest {

  private static Rewrite rewrite(String lines) {
    return pythonCaching().withoutSyntax().apply(Dockerfile.parse("FROM python:3.12-slim\n" + lines + "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PIP_CACHE_DIR=/x; pip install --no-cache-dir a | /x", "export PIP_CACHE_DIR=/x; pip install --no-cache-dir a | /x",
        "OTHER=/x; pip install --no-cache-dir a | /y", "PIP_CACHE_DIR=/x; PIP_CACHE_DIR=/z pip install --no-cache-dir a | /z",
        "PIP_CACHE_DIR=/x true; pip install --no-cache-dir a | /y", "sudo -E pip install --no-cache-dir a | /y"
      })
  void whatTheFileExportsIsSoWithAnotherValueToo(String run, String target) {
    assertThat(rewrite("USER root\nENV PIP_CACHE_DIR=/y\nRUN " + run).after().text())
        .contains("--mount=type=cache,target=" + target + " ")
        .doesNotContain("--no-cache-dir");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unset PIP_CACHE_DIR; pip install --no-cache-dir a", "sudo pip install --no-cache-dir a",
        "if x; then PIP_CACHE_DIR=/x; fi; pip install --no-cache-dir a", "env -i pip install --no-cache-dir a"
      })
  void whatMayNotReachTheCommandIsNoPlace(String run) {
    Rewrite rewrite = rewrite("USER root\nENV PIP_CACHE_DIR=/y\nRUN " + run);
    assertThat(rewrite.after()).as(rewrite::explain).isSameAs(rewrite.before());
    assertThat(rewrite.explain()).contains("mount-cache/pip/relocated");
  }

  @Test
  void withoutSuchAVariableTheyAreAsEver() {
    for (String run : new String[] {"unset X; pip install a", "sudo pip install a", "X=/y; pip install a"}) {
      assertThat(rewrite("USER root\nENV X=/x\nRUN " + run).after().text()).contains("target=/root/.cache/pip ");
    }
  }

  @Test
  void whatDoesNotReachTheCommandDoesNotSwitchItsCacheOff() {
    assertThat(rewrite("ENV PIP_NO_CACHE_DIR=1\nRUN pip install a").explain()).contains("drop-cache-defeaters/pip/environment");
    assertThat(rewrite("ENV PIP_NO_CACHE_DIR=1\nRUN unset PIP_NO_CACHE_DIR; pip install a").explain())
        .contains("mount-cache/pip/mounted")
        .doesNotContain("drop-cache-defeaters/pip/environment");
  }

  @Test
  void isolatedPipGoesByNoVariables() {
    Rewrite rewrite = rewrite("ENV PIP_CACHE_DIR=/y\nRUN pip --isolated install --no-cache-dir a\nRUN pip install --isolated a");
    assertThat(rewrite.after()).isSameAs(rewrite.before());
    assertThat(rewrite.explain()).contains("mount-cache/pip/refused-setting");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN --mount=type=secret,id=pip,target=/etc/pip.conf pip install --no-cache-dir x",
        "RUN --mount=type=secret,id=pip,target=/etc/pip.conf pip install --no-cache x",
        "COPY pip.conf /etc/\nRUN pip install --no-cache-dir x"
      })
  void anOptionBesideAMountedFileIsNoConfiguration(String run) {
    Rewrite rewrite = rewrite(run);
    assertThat(rewrite.after().text()).contains("target=/root/.cache/pip ").doesNotContain("--no-cache");
    assertThat(rewrite.explain()).doesNotContain("drop-cache-defeaters/pip/environment");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN pip config set global.no-cache-dir true", "RUN printf '[global]\\nno-cache-dir = true' > /etc/pip.conf",
        "COPY <<EOF /etc/pip.conf\n[global]\nno-cache-dir = true\nEOF"
      })
  void whatIsWrittenIntoTheFileIs(String lines) {
    assertThat(rewrite(lines + "\nRUN pip install x").explain()).contains("drop-cache-defeaters/pip/environment");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"/usr/bin/env\", \"bash\", \"-c\"]", "[\"env\", \"sh\", \"-ec\"]", "[\"/bin/bash\", \"-c\"]"})
  void aShellMayBeLookedUpByEnv(String shell) {
    assertThat(rewrite("SHELL " + shell + "\nRUN pip install x").after().text()).contains("--mount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"/usr/bin/env\", \"pwsh\", \"-c\"]", "[\"env\", \"-S\", \"bash -c\"]", "[\"env\"]"})
  void notWhereItIsAnotherProgram(String shell) {
    assertThat(rewrite("SHELL " + shell + "\nRUN pip install x").explain()).contains("mount-cache/pip/shell");
  }
}
