package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.LISTS_STAY;
import static dev.drydock.impl.caching.Examples.REPAIR;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static dev.drydock.impl.caching.TransformAssertions.assertWarns;
import static dev.drydock.impl.caching.TransformAssertions.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a shell takes for the home directory stands in a target, where BuildKit does not (moby/buildkit#2406). */
class UnexpandedHomeTest {

  private static final String RULE = "repair-cache-mounts/pip/unexpanded-home";

  @ParameterizedTest
  @ValueSource(strings = {"~/.cache/pip", "$HOME/.cache/pip", "${HOME}/.cache/pip"})
  void theHomeDirectoryIsWrittenOut(String target) {
    String mount = "type=cache,target=" + target;
    Rewrite rewrite =
        assertRewrites(
            REPAIR,
            python("RUN --mount=" + mount + " pip install a"),
            python("RUN --mount=type=cache,target=/root/.cache/pip pip install a"));
    assertNoted(rewrite, Note.Kind.CHANGED, RULE, mount);
  }

  @Test
  void itIsForEachMountOfTheFile() {
    String mount = "--mount=type=cache,target=";
    assertRewrites(
        REPAIR,
        python("RUN " + mount + "~/.cache/pip pip install a\nRUN " + mount + "$HOME/.cache/pip pip install b"),
        python("RUN " + mount + "/root/.cache/pip pip install a\nRUN " + mount + "/root/.cache/pip pip install b"));
    assertRewrites(
        REPAIR,
        python("RUN " + mount + "~/.cache/pip " + mount + "~/.cache/uv pip install a && uv sync"),
        python("RUN " + mount + "/root/.cache/pip " + mount + "/root/.cache/uv pip install a && uv sync"));
  }

  @Test
  void eachOfSeveralCachesInItsPlaceHasAnIdOfItsOwn() {
    assertRewrites(
        REPAIR,
        python("RUN --mount=type=cache,target=~/.cache/pypoetry,id=poetry poetry install"),
        python(
            "RUN --mount=type=cache,target=/root/.cache/pypoetry/cache,id=poetry/cache,sharing=locked \\\n"
                + "    --mount=type=cache,id=poetry/artifacts,target=/root/.cache/pypoetry/artifacts,sharing=locked \\\n"
                + "    poetry install"));
  }

  @Test
  void aMountThatStaysIsToldWhy() {
    String mount = "RUN --mount=type=cache,target=~/.cache/pip ";
    assertThat(reason(assertWarns(REPAIR, python(mount + "./install.sh"), RULE), RULE)).matches(".*; it stays: what uses the cache.*");
    assertThat(reason(assertWarns(REPAIR, python("COPY wheels /root/.cache/pip\n" + mount + "pip install a"), RULE), RULE))
        .matches(".*; it stays: it puts files into /root/.cache/pip.*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ENV HOME=/root", "ARG HOME=/root"})
  void aHomeThatTheStageSaysIsExpanded(String home) {
    assertUntouched(REPAIR, python(home + "\nRUN --mount=type=cache,target=$HOME/.cache/pip pip install a"));
  }

  @Test
  void aMountThatMayNotBeWhereTheCacheIsStays() {
    assertWarns(REPAIR, python("RUN --mount=type=cache,target=~/.cache/pip ./install.sh"), RULE);
    assertWarns(
        REPAIR, python("COPY wheels /root/.cache/pip\nRUN --mount=type=cache,target=~/.cache/pip pip install a"), RULE);
    assertWarns(
        REPAIR,
        python("RUN --mount=type=cache,target=~/.cache/pip --mount=type=cache,target=/root/.cache/pip pip install a"),
        RULE);
    assertWarns(
        REPAIR,
        python("RUN --mount=type=cache,target=~/.cache/pip --mount=type=cache,target=$HOME/.cache/pip pip install a"),
        RULE);
  }

  @Test
  void theMainJobMountsBesideItAndWarns() {
    assertWarns(
        LISTS_STAY,
        python("RUN --mount=type=cache,target=~/.cache/pip pip install a"),
        python("RUN --mount=type=cache,target=/root/.cache/pip \\\n    --mount=type=cache,target=~/.cache/pip \\\n    pip install a"),
        RULE);
  }
}
