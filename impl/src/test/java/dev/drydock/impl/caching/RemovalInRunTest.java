package dev.drydock.impl.caching;

import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;

import dev.drydock.dockerfile.Run;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Transform;
import org.junit.jupiter.api.Test;

/** What is left of a RUN when a command goes is read as what it was. */
class RemovalInRunTest {

  private static final Transform DROPS_THE_LAST =
      Transform.each(
          Run.class,
          (run, scope) ->
              run.script()
                  .filter(script -> script.commands().size() > 1)
                  .flatMap(script -> run.without(script.commands().last()))
                  .map(Edit::replace)
                  .getOrElse(() -> Edit.keep("it cannot go")))
          .because("it is the last");

  @Test
  void theLastOfAChainGoesWithItsConnector() {
    assertRewrites(DROPS_THE_LAST, "FROM a\nRUN x \\\n    && y\n", "FROM a\nRUN x\n");
  }

  @Test
  void aCommandBehindAnEscapedBlankStays() {
    assertKept(DROPS_THE_LAST, "FROM a\nRUN x \\   && y\nRUN z\n", "transform");
  }
}
