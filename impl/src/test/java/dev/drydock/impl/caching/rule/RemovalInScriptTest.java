package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.assertLeft;
import static dev.drydock.impl.caching.Examples.assertRefits;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Removals where the shell's own rules decide what they remove, and when. */
class RemovalInScriptTest {

  private static final String INSTALL = "apt-get update && apt-get install -y ";
  private static final String CLEAN = " && rm -rf /var/lib/apt/lists/*";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if a; then INSTALL xCLEAN; else INSTALL yCLEAN; fi", "if a; then INSTALL xCLEAN; elif b; then INSTALL yCLEAN; fi",
        "case $A in a) INSTALL xCLEAN ;; *) INSTALL yCLEAN ;; esac",
        "if a; then if b; then INSTALL xCLEAN; fi; else INSTALL yCLEAN; fi",
        "f() { INSTALL xCLEAN; }; g() { INSTALL yCLEAN; }; f; g"
      })
  void theRemovalOfEachBranchGoes(String script) {
    String text = script.replace("INSTALL ", INSTALL);
    String after = MAIN.apply(Dockerfile.parse(python("RUN " + text.replace("CLEAN", CLEAN)))).after().text();
    assertThat(after).endsWith("\\\n    " + text.replace("CLEAN", "") + "\n").contains("target=/var/lib/apt/lists");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if a; then apt-get update || { rm -rf /var/lib/apt/lists/*; apt-get update; }; fi && apt-get install -y x",
        "for i in 1 2 3; do apt-get update && apt-get install -y x && break; rm -rf /var/lib/apt/lists/*; done",
        "f() { apt-get update || { rm -rf /var/lib/apt/lists/*; apt-get update; }; }; f && apt-get install -y x"
      })
  void aRemovalBeforeAnotherTryStays(String script) {
    assertThat(MAIN.apply(Dockerfile.parse(python("RUN " + script))).after().text()).endsWith(script + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "shopt -s dotglob && pip install x && rm -rf /root/*", "bash -O dotglob -c 'pip install x && rm -rf /root/*'",
        "GLOBIGNORE=.:..; pip install x; rm -rf ~/*", "shopt -s dotglob; pip install x; cd /root && rm -rf *",
        "zsh -c 'setopt GLOB_DOTS; pip install x; rm -rf /root/*'"
      })
  void aPatternThatMatchesHiddenNamesRemovesTheCache(String run) {
    assertKept(MAIN, python("RUN " + run), "mount-cache/pip/removes-mount-point");
    assertLeft("RUN shopt -s dotglob; pip install x; mv /root/* /out", "mount-cache/pip/content", "mv /root/* /out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pip install x && rm -rf /root/*", "shopt -s dotglob && pip install x && rm -rf /tmp/*",
        "shopt -s extglob && pip install x && rm -rf /root/*", "pip install glob2 && rm -rf ~/*"
      })
  void otherPatternsDoNot(String run) {
    assertRefits("RUN «pip»" + run);
  }

  @Test
  void theShellOfTheFileMayMatchHiddenNames() {
    assertLeft(
        "SHELL [\"bash\", \"-O\", \"dotglob\", \"-c\"]\nRUN pip install x; rm -rf /root/*",
        "mount-cache/pip/removes-mount-point",
        "rm -rf /root/*");
    assertLeft(
        "ENV GLOBIGNORE=.\nRUN pip install x; rm -rf /root/*", "mount-cache/pip/removes-mount-point", "rm -rf /root/*");
    assertLeft(
        "ENV BASHOPTS=dotglob\nRUN pip install x; rm -rf /root/*", "mount-cache/pip/removes-mount-point", "rm -rf /root/*");
    assertRefits("ENV BASHOPTS=extglob\nRUN «pip»pip install x; rm -rf /root/*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if x; then d=\"$(mktemp -d)\"; echo \"file://$d\"; fi; pip install a; rm -rf \"$d\"",
        "curl https://$HOST | sed 's//x/'; d=$(cat x); pip install a; rm -rf $d"
      })
  void anAddressIsNoPath(String run) {
    assertMarked(MAIN, python("RUN «pip»" + run));
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///root/.cache/pip", "//root//.cache/pip"})
  void aPathInAnAddressIsOne(String path) {
    assertKept(
        MAIN,
        python("RUN if x; then d=" + path + "; fi; pip install a; rm -rf \"$d\""),
        "mount-cache/pip/removes-mount-point");
  }
}
