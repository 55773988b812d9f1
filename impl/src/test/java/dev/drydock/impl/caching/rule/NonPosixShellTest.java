package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.MOUNT;
import static dev.drydock.impl.caching.Examples.assertLeft;
import static dev.drydock.impl.caching.Examples.assertRefits;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.caching.Marked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every POSIX shell is read, wherever it is named, and no other. */
class NonPosixShellTest {

  @ParameterizedTest
  @ValueSource(strings = {"sh", "bash", "dash", "ash", "ksh", "zsh"})
  void everyShellIsReadWhereverItStands(String shell) {
    for (String lines :
        new String[] {
          "RUN «pip»%s <<EOF\npip install a\nEOF", "RUN «pip»%s -ec 'pip install a'", "RUN «pip»[\"%s\", \"-c\", \"pip install a\"]",
          "RUN «pip»<<EOF\n#!/bin/%s\npip install a\nEOF", "SHELL [\"/bin/%s\", \"-c\"]\nRUN «pip»pip install a"
        }) {
      // Not through the harness: with carriage returns the shell would read other names.
      Marked example = Marked.of(python(lines.replace("%s", shell)));
      assertThat(MOUNT.apply(Dockerfile.parse(example.before())).after().text()).isEqualTo(example.after());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"RUN fish -c 'pip install a' | unread", "SHELL [\"fish\", \"-c\"] // RUN pip install a | shell"})
  void anotherShellIsNotRead(String lines, String rule) {
    assertKept(MOUNT, python(lines.replace(" // ", "\n")), "mount-cache/pip/" + rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"/usr/bin/env\", \"bash\", \"-c\"]", "[\"env\", \"sh\", \"-ec\"]", "[\"/bin/bash\", \"-c\"]"})
  void aShellMayBeLookedUpByEnv(String shell) {
    assertRefits("SHELL " + shell + "\nRUN «pip»pip install x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"/usr/bin/env\", \"pwsh\", \"-c\"]", "[\"env\", \"-S\", \"bash -c\"]", "[\"env\"]"})
  void anotherProgramThatIsLookedUpByEnvIsNone(String shell) {
    assertLeft("SHELL " + shell + "\nRUN pip install x", "mount-cache/pip/shell", "pip");
  }

  @Test
  void anotherShellThanAPosixOneIsLeftAlone() {
    assertKept(
        MAIN, python("SHELL [\"pwsh\", \"-c\"]\nRUN pip install a"), "mount-cache/pip/shell");
    assertUntouched(MOUNT, python("SHELL [\"pwsh\", \"-c\"]\nRUN ls"));
  }
}
