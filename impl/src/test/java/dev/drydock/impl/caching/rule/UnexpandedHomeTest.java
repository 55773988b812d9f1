package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.LISTS_STAY;
import static dev.drydock.impl.caching.Examples.REPAIR;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static dev.drydock.impl.caching.TransformAssertions.assertWarns;

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
