package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.KEEP;
import static dev.drydock.impl.caching.Examples.LISTS_STAY;
import static dev.drydock.impl.caching.Examples.REPAIR;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A cache that one build at a time may use is locked (moby/buildkit#1662). */
class SharingTest {

  private static final String RULE = "repair-cache-mounts/apt/sharing";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type=cache,target=/var/lib/apt/lists                        | type=cache,target=/var/lib/apt/lists,sharing=locked",
        "target=/var/lib/apt/lists,type=cache,uid=0                  | target=/var/lib/apt/lists,type=cache,sharing=locked,uid=0",
        "type=cache,dst=/var/lib/apt,sharing=shared,id=lib           | type=cache,dst=/var/lib/apt,sharing=locked,id=lib",
        "type=cache,sharing=Shared,destination=/var/lib/apt/lists    | type=cache,sharing=locked,destination=/var/lib/apt/lists",
      })
  void aMountOfAptsIsLocked(String before, String after) {
    Rewrite rewrite =
        assertRewrites(
            REPAIR,
            "FROM debian:12\nRUN --mount=" + before + " apt-get update\n",
            "FROM debian:12\nRUN --mount=" + after + " apt-get update\n");
    assertNoted(rewrite, Note.Kind.CHANGED, RULE, after.contains("lists") ? "/var/lib/apt/lists" : "/var/lib/apt");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type=cache,target=/var/lib/apt/lists,sharing=locked", "type=cache,target=/var/lib/apt/lists,sharing=private",
        "type=cache,target=/var/lib/apt/lists,ro", "type=cache,target=/var/lib/apt/lists,from=x",
        "type=tmpfs,target=/var/lib/apt/lists", "type=cache,target=/var/lib/other"
      })
  void aMountThatNeedsNoLockStays(String mount) {
    assertUntouched(REPAIR, "FROM debian:12\nRUN --mount=" + mount + " apt-get update\n");
  }

  @Test
  void eachRunsMountsAreLocked() {
    Rewrite rewrite =
        assertRewrites(
            REPAIR,
            """
            FROM debian:12
            RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update
            RUN --mount=type=cache,target=/var/lib/apt apt-get -q update
            """,
            """
            FROM debian:12
            RUN --mount=type=cache,target=/var/lib/apt/lists,sharing=locked apt-get update
            RUN --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get -q update
            """);
    assertThat(rewrite.notes().map(Note::line)).containsExactly(2, 3);
  }

  @Test
  void theTargetAloneTellsWhoseTheCacheIs() {
    assertRewrites(
        REPAIR,
        "FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt ./install.sh\n",
        "FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt,sharing=locked ./install.sh\n");
    assertUntouched(REPAIR, python("RUN --mount=type=cache,target=/root/.cache/pip pip install a"));
    assertRewrites(
        REPAIR,
        python("RUN --mount=type=cache,target=/root/.cache/pypoetry poetry install"),
        python("RUN --mount=type=cache,target=/root/.cache/pypoetry,sharing=locked poetry install"));
  }

  @Test
  void theMainJobLocksItsOwnPackageManagersMounts() {
    assertRewrites(
        LISTS_STAY,
        "FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt ./install.sh\n",
        "FROM debian:12\nRUN --mount=type=cache,target=/var/lib/apt,sharing=locked ./install.sh\n");
    assertRewrites(
        LISTS_STAY,
        python("RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update && apt-get install -y a && rm -rf /var/lib/apt/lists/*"),
        python(
            KEEP
                + "RUN --mount=type=cache,target=/var/cache/apt,sharing=locked \\\n"
                + "    --mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\\n"
                + "    apt-get update && apt-get install -y a"));
    assertKept(
        LISTS_STAY,
        python("RUN --mount=type=cache,target=/root/.cache/pypoetry pip install a && poetry install")
            .replace("pip install a", "pip --version"),
        "mount-cache/pip/no-download");
  }
}
