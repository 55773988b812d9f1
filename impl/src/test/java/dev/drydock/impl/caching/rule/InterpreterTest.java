package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.PIP_MOUNT;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import org.junit.jupiter.api.Test;

/** Scripts of other interpreters than a shell are left alone; a shell's script in a heredoc is read. */
class InterpreterTest {

  @Test
  void anotherInterpretersScriptIsLeftAlone() {
    assertKept(
        MAIN, python("RUN <<EOF\n#!/usr/bin/env python3\n# pip install a\nEOF"), "mount-cache/pip/interpreter");
    assertUntouched(MAIN, python("RUN python3 <<EOF\nimport this\nEOF"));
    assertThat(MAIN.apply(Dockerfile.parse(python("RUN <<EOF python3\npip install a\nEOF"))).changed()).isFalse();
  }

  @Test
  void theScriptThatAShellReadsFromAHeredocIsLookedInto() {
    // Not through the harness: with carriage returns bash would read other names, and the RUN stays.
    assertThat(MAIN.apply(Dockerfile.parse(python("RUN bash -ex <<EOF\npip install a\nEOF"))).after().text())
        .isEqualTo(python(PIP_MOUNT + "bash -ex <<EOF\npip install a\nEOF"));
    assertKept(MAIN, python("RUN bash -ex <<EOF\npip install $(a)\nEOF"), "mount-cache/pip/unread");
  }
}
