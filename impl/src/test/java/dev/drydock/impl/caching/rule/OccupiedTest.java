package dev.drydock.impl.caching.rule;

import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;

import org.junit.jupiter.api.Test;

/** Another mount at a cache's directory is respected. */
class OccupiedTest {

  @Test
  void anotherMountAtTheTargetIsRespected() {
    assertKept(MAIN, python("RUN --mount=type=tmpfs,target=/root/.cache pip install a"), "mount-cache/pip/occupied");
    assertKept(
        MAIN,
        python("RUN --mount='type=bind,\"target=/root/.cache/pip\",from=x' pip install a"),
        "mount-cache/pip/occupied");
  }

  @Test
  void aMountThatCannotBeReadMayBeAnywhere() {
    assertKept(MAIN, python("RUN --mount=type=cache,target=/c --mount=bogus pip install a"), "mount-cache/pip/occupied", "pip install a");
  }
}
