package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.LISTS_STAY;
import static dev.drydock.impl.caching.Examples.REPAIR;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static dev.drydock.impl.caching.TransformAssertions.assertWarns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.transform.Note;
import org.junit.jupiter.api.Test;

/** apt's marks of automatically installed packages stay in the image. */
class MarksTest {

  private static final String RULE = "repair-cache-mounts/apt/marks";
  private static final String MOUNT = "type=cache,target=/var/lib/apt,sharing=locked";
  private static final String LISTS = "type=cache,target=/var/lib/apt/lists,sharing=locked";

  @Test
  void onlyTheListsAreMountedWhereMarksDecide() {
    String install = " apt-get update && apt-get install -y a && apt-get autoremove -y\n";
    assertNoted(
        assertRewrites(
            REPAIR, "FROM debian:12\nRUN --mount=" + MOUNT + install, "FROM debian:12\nRUN --mount=" + LISTS + install),
        Note.Kind.CHANGED,
        RULE,
        MOUNT);
    assertRewrites(
        REPAIR,
        "FROM debian:12\nRUN --mount=" + MOUNT + ",id=apt" + install,
        "FROM debian:12\nRUN --mount=" + LISTS + ",id=apt/lists" + install);
  }

  @Test
  void withoutMarksTheWholeMayBeMounted() {
    assertUntouched(REPAIR, "FROM debian:12\nRUN --mount=" + MOUNT + " apt-get update && apt-get install -y a\n");
  }

  @Test
  void allMountsAreNarrowedOrNone() {
    String first = "FROM debian:12\nRUN --mount=" + MOUNT + " apt-get update && apt-get install -y a && apt-get autoremove -y\n";
    assertWarns(REPAIR, first + "RUN --mount=" + MOUNT + " apt-get install -y b\n", RULE);
    assertThat(assertWarns(REPAIR, first + "RUN --mount=" + MOUNT + " apt-get autoremove -y\n", RULE).notes().map(Note::line))
        .containsExactly(2, 3);
  }

  @Test
  void theMainJobWarns() {
    assertWarns(LISTS_STAY, "FROM debian:12\nRUN --mount=" + MOUNT + " ./x.sh && apt-get autoremove -y\n", RULE);
  }
}
