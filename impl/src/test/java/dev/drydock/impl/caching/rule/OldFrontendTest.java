package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.Transforms.pythonCaching;
import static dev.drydock.impl.caching.Examples.MAIN;
import static dev.drydock.impl.caching.Examples.PIP_MOUNT;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;

import org.junit.jupiter.api.Test;

/** No mount comes that the frontend of the syntax directive may not know. */
class OldFrontendTest {

  @Test
  void whereTheFrontendDoesNotKnowTheirNumbersNothingIsMounted() {
    assertKept(
        MAIN,
        "# syntax=docker/dockerfile:1.0-experimental\n"
            + python("RUN useradd -m -u 1000 app\nUSER app\nRUN pip install a"),
        "mount-cache/pip/frontend");
    assertRewrites(
        MAIN,
        "# syntax=docker/dockerfile:1.0-experimental\n" + python("RUN pip install a"),
        "# syntax=docker/dockerfile:1.0-experimental\n" + python(PIP_MOUNT + "pip install a"));
  }

  @Test
  void anOldOrUnknownFrontendGetsNoMounts() {
    assertKept(MAIN, "# syntax=docker/dockerfile:1.1\n" + python("RUN pip install a"), "mount-cache/pip/frontend");
    assertKept(MAIN, "# syntax=mirror.example.com/d:1\n" + python("RUN pip install a"), "mount-cache/pip/frontend");
    assertRewrites(
        pythonCaching(),
        "# syntax=docker/dockerfile:1.1\n" + python("RUN pip install a"),
        "# syntax=docker/dockerfile:1\n" + python(PIP_MOUNT + "pip install a"));
  }
}
