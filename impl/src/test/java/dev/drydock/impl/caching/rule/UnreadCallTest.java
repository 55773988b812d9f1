package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.MOUNT;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertMarked;
import static dev.drydock.impl.caching.TransformAssertions.assertNotNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A call that is not surely one, or in text that was not understood, is left alone and spoken of. */
class UnreadCallTest {

  @ParameterizedTest
  @ValueSource(strings = {"echo 'pip install x'", "echo \"apt-get install y\" > f", "ls # pip install", "cat pip install", "jq pip install x"})
  void aWordThatOnlyLooksLikeACallIsNone(String command) {
    assertUntouched(MOUNT, "FROM python:3\nRUN " + command + "\n");
  }

  @Test
  void aPackageThatIsNamedLikeAnotherToolsCallIsNone() {
    assertNotNoted(assertMarked(MOUNT, "FROM python:3\nRUN «pip»pip install uv pip\n"), "mount-cache/uv/unread");
  }

  @Test
  void whatCannotBeReadIsLeftAloneAndSaysWhere() {
    Rewrite rewrite = assertKept(MAIN, python("RUN pip install a && if true"), "mount-cache/pip/unread");
    assertThat(rewrite.notes().head().line()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&&", "||", "|"})
  void aListWithoutAnEndIsLeftAlone(String joined) {
    assertKept(
        MAIN,
        python("RUN useradd -m a && apt-get update && apt-get install -y b && rm -rf /var/lib/apt/lists/* " + joined),
        "mount-cache/apt/unread");
  }

  @ParameterizedTest
  @ValueSource(strings = {"find . -name '*.whl' -exec pip install {} +", "jython -m pip install mock", "tool pip install x", "xvfb-run pip install x"})
  void aCallAmongTheWordsOfAnotherCommandIsSpokenOf(String command) {
    assertKept(mountCache(PIP), "FROM python:3\nRUN " + command + "\n", "mount-cache/pip/unread");
  }

  @ParameterizedTest
  @ValueSource(strings = {"echo pip install x", "conda create -n x python pip wheel", "apk add py3-pip", "make pip"})
  void wordsThatAreOnlySaidAreNot(String command) {
    assertUntouched(mountCache(PIP, UV), "FROM python:3\nRUN " + command + "\n");
  }
}
