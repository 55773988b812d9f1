package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.REPAIR;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static dev.drydock.impl.caching.TransformAssertions.assertWarns;

import dev.drydock.transform.Note;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mount that is root's under another user is made that user's. */
class OwnerTest {

  private static final String RULE = "repair-cache-mounts/pip/owner";
  private static final String USER = "RUN useradd -m -u 1000 -g 100 app\nUSER app\nRUN mkdir -p /home/app/.cache/pip\n";

  @Test
  void aMountInTheUsersHomeIsGivenToTheUser() {
    assertNoted(
        assertRewrites(
            REPAIR,
            python(USER + "RUN --mount=type=cache,target=/home/app/.cache/pip,id=pip pip install a"),
            python(USER + "RUN --mount=type=cache,target=/home/app/.cache/pip,id=pip,uid=1000,gid=100 pip install a")),
        Note.Kind.CHANGED,
        RULE,
        "type=cache,target=/home/app/.cache/pip,id=pip");
  }

  @Test
  void aMountInRootsHomeMovesToTheUsers() {
    assertRewrites(
        REPAIR,
        python(USER + "RUN --mount=type=cache,target=/root/.cache/pip pip install a"),
        python(USER + "RUN --mount=type=cache,target=/home/app/.cache/pip,uid=1000,gid=100 pip install a"));
    String without = "RUN useradd -m -u 1000 -g 100 app\nUSER app\n";
    assertRewrites(
        REPAIR,
        python(without + "RUN --mount=type=cache,target=/root/.cache/pip pip install a"),
        python(
            without
                + "RUN mkdir -p /home/app/.cache/pip\n"
                + "RUN --mount=type=cache,target=/home/app/.cache/pip,uid=1000,gid=100 pip install a"));
  }

  @Test
  void itsDirectoryIsMadeBeforeTheRunThatNeedsIt() {
    String user = "RUN useradd -m -u 1000 -g 100 app\nUSER app\n";
    assertRewrites(
        REPAIR,
        python("RUN --mount=type=cache,target=~/.cache/pip pip install a\n" + user + "RUN --mount=type=cache,target=/root/.cache/pip pip install b"),
        python(
            "RUN --mount=type=cache,target=/root/.cache/pip pip install a\n"
                + user
                + "RUN mkdir -p /home/app/.cache/pip\n"
                + "RUN --mount=type=cache,target=/home/app/.cache/pip,uid=1000,gid=100 pip install b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--mount=type=cache,target=/home/app/.cache/pip,uid=1000", "--mount=type=cache,target=/home/app/.cache/pip,mode=0777",
        "--mount=type=cache,target=/home/app/.cache/pip,ro"
      })
  void aMountThatTheUserMayUseStays(String mount) {
    assertUntouched(REPAIR, python(USER + "RUN " + mount + " pip install a"));
  }

  @Test
  void rootMayUseAnyMount() {
    assertUntouched(REPAIR, python("USER root\nRUN --mount=type=cache,target=/root/.cache/pip,uid=1000 pip install a"));
  }

  @Test
  void whatRunsAsRootAfterAllUsesRootsMount() {
    assertUntouched(REPAIR, python(USER + "RUN --mount=type=cache,target=/var/lib/apt/lists,sharing=locked sudo apt-get update"));
  }

  @Test
  void aMountOutsideOfRootsHomeMayBeTheUsers() {
    assertUntouched(REPAIR, python("USER app\nRUN --mount=type=cache,target=/opt/.cache/pip pip install a"));
  }

  @Test
  void aMountOfAUserWhoseIdsAreNotKnownStays() {
    assertWarns(REPAIR, python("USER app\nRUN --mount=type=cache,target=/root/.cache/pip pip install a"), RULE);
  }
}
