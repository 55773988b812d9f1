package dev.drydock.impl.caching.rule;

import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.Transforms.repairCacheMounts;
import static dev.drydock.impl.caching.Examples.python;
import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertNoted;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;

import dev.drydock.caching.CacheIds;
import dev.drydock.transform.Note;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mount without an id gets the one that a policy chooses. */
class MissingIdTest {

  private static final String RULE = "repair-cache-mounts/pip/missing-id";
  private static final String PIP_RUN = "RUN --mount=type=cache,%starget=/root/.cache/pip pip install a";

  private static Transform repair(CacheIds ids) {
    return repairCacheMounts(PIP.withIds(ids));
  }

  @Test
  void theIdIsSaidWhereABuilderDemandsIt() {
    assertNoted(
        assertRewrites(
            repair(CacheIds.explicit()), python(PIP_RUN.formatted("")), python(PIP_RUN.formatted("id=/root/.cache/pip,"))),
        Note.Kind.CHANGED,
        RULE,
        "type=cache,target=/root/.cache/pip");
    assertRewrites(
        repair(CacheIds.prefixed("s/1-")),
        python(PIP_RUN.formatted("")),
        python(PIP_RUN.formatted("id=s/1-/root/.cache/pip,")));
    assertRewrites(
        repair(CacheIds.explicit().and(CacheIds.prefixed("s/1-"))),
        python("RUN --mount=target=/root/.cache/pip,type=cache pip install a"),
        python("RUN --mount=id=s/1-/root/.cache/pip,target=/root/.cache/pip,type=cache pip install a"));
  }

  @Test
  void anIdThatIsThereStays() {
    assertUntouched(repair(CacheIds.explicit()), python(PIP_RUN.formatted("id=pip,")));
    assertUntouched(repair(CacheIds.byTarget()), python(PIP_RUN.formatted("")));
    assertUntouched(repair(CacheIds.explicit()), python("RUN --mount=type=cache,target=/root/.cache/uv uv sync"));
  }

  @Test
  void whatAnIdNeedsIsDeclared() {
    assertRewrites(
        repair(CacheIds.byPlatform()),
        python(PIP_RUN.formatted("")),
        python("ARG TARGETARCH\nARG TARGETVARIANT\n" + PIP_RUN.formatted("id=$TARGETARCH$TARGETVARIANT/root/.cache/pip,")));
  }

  @ParameterizedTest
  @CsvSource({"'# syntax=docker/dockerfile:1.2\n',''", "'','ENV TARGETARCH=x\n'"})
  void anIdThatWouldNotTellCachesApartIsNotGiven(String first, String before) {
    assertKept(
        repair(CacheIds.byPlatform()),
        first.replace("\\n", "\n") + python(before.replace("\\n", "\n") + PIP_RUN.formatted("")),
        RULE);
  }
}
