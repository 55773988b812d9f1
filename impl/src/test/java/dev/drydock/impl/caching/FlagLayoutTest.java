package dev.drydock.impl.caching;

import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Run;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

/** Where mounts go in a RUN, and what is left when they are gone. */
class FlagLayoutTest {

  @Test
  void onlyItsOwnFlagsCanBeTakenFromARun() {
    Run mounted = (Run) Instruction.parse("RUN --mount=type=cache,target=/a x");
    Run plain = (Run) Instruction.parse("RUN x");
    assertThatThrownBy(() -> plain.withoutFlags(mounted.flags()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("--mount=type=cache,target=/a");
    assertThat(plain.withoutFlags(Vector.empty())).isSameAs(plain);
  }


  private static final Transform STRIPS =
      Transform.each(
          Run.class,
          (run, scope) ->
              run.mountFlags().isEmpty() ? Edit.keep() : Edit.replace(run.withoutFlags(run.mountFlags())))
          .because("no builder mounts them");

  private static final Transform MOUNTS =
      Transform.each(
          Run.class,
          (run, scope) ->
              run.mountFlags().isEmpty() ? Edit.replace(run.withMount(CacheMount.at("/c"))) : Edit.keep())
          .because("it saves time");

  @Test
  void aRunWithoutACommandGetsNoContinuation() {
    assertRewrites(MOUNTS, "FROM a\nRUN\nRUN x\n", "FROM a\nRUN --mount=type=cache,target=/c\nRUN --mount=type=cache,target=/c \\\n    x\n");
  }

  @Test
  void aCommandThatWouldBecomeACommentStaysOnItsLine() {
    assertRewrites(MOUNTS, "FROM a\nRUN # x\n", "FROM a\nRUN --mount=type=cache,target=/c # x\n");
  }

  @Test
  void noEscapeIsLeftOfAContinuationBeforeAFlag() {
    assertRewrites(STRIPS, "FROM a\nRUN \\\n  --mount=type=cache,target=/c x\n", "FROM a\nRUN x\n");
    assertRewrites(
        STRIPS, "FROM a\nRUN \\\n  --mount=type=cache,target=/c <<EOF\nx\nEOF\n", "FROM a\nRUN <<EOF\nx\nEOF\n");
  }

  @Test
  void aFlagThatStaysKeepsItsPlace() {
    assertRewrites(
        STRIPS,
        "FROM a\nRUN \\\n  --mount=type=ssh \\\n  --network=none \\\n  x\n",
        "FROM a\nRUN \\\n  --network=none x\n");
  }

  @Test
  void aCommentBeforeAFlagStays() {
    assertRewrites(
        STRIPS,
        "FROM a\nRUN \\\n# why\n  --mount=type=ssh x\n",
        "FROM a\nRUN \\\n# why\n   x\n");
  }
}
