package dev.drydock.impl.caching;

import static dev.drydock.impl.caching.TransformAssertions.assertKept;
import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertRewritesOnce;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static dev.drydock.impl.caching.TransformAssertions.assertWarns;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Label;
import dev.drydock.dockerfile.Run;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

/** How transforms are made and composed, by example. */
class AlgebraTest {

  private static final Transform MOUNTS =
      Transform.each(
          Run.class,
          (run, scope) ->
              run.mountFlags().isEmpty() ? Edit.replace(run.withMount(CacheMount.at("/c"))) : Edit.keep())
          .because("it saves time");

  private static final Transform COMMENTS =
      Transform.each(Run.class, (run, scope) -> Edit.before(Comment.of("above"), Comment.of("two")))
          .because("people ask");

  private static final Transform UNCOMMENTS =
      Transform.each(Comment.class, (comment, scope) -> Edit.remove()).because("nobody reads it");

  @Test
  void eachVisitsEveryConstructOfItsKindAndNoOther() {
    assertRewrites(
        MOUNTS,
        """
        FROM a
        RUN x
        COPY . /
        run y
        """,
        """
        FROM a
        RUN --mount=type=cache,target=/c \\
            x
        COPY . /
        run --mount=type=cache,target=/c \\
            y
        """);
  }

  @Test
  void eachVisitsWhatAnOnBuildHolds() {
    assertRewrites(
        MOUNTS,
        """
        FROM a
        ONBUILD RUN x
        """,
        """
        FROM a
        ONBUILD RUN --mount=type=cache,target=/c \\
            x
        """);
  }

  @Test
  void whatIsAddedBesideAHeldInstructionIsHeldToo() {
    assertRewritesOnce(
        Transform.each(Run.class, (run, scope) -> Edit.before(Run.of("before")).because("it is needed")),
        """
        FROM a
        ONBUILD RUN x
        """,
        """
        FROM a
        ONBUILD RUN before
        ONBUILD RUN x
        """);
  }

  @Test
  void theScopeIsThatOfTheFileAsItWasGiven() {
    assertRewritesOnce(
        Transform.each(
            Run.class,
            (run, scope) ->
                scope.user().isDefined() ? Edit.keep() : Edit.replace(Instruction.parse("USER root")).because("it is so")),
        """
        FROM a
        RUN x
        RUN y
        USER app
        RUN z
        """,
        """
        FROM a
        USER root
        USER root
        USER app
        RUN z
        """);
  }

  @Test
  void aKeptConstructSaysWhyUnderTheNameOfItsTransform() {
    Transform transform =
        Transform.each(Run.class, (run, scope) -> Edit.keep("too old to touch")).named("careful");
    Rewrite rewrite = assertKept(transform, "FROM a\nRUN x\n", "careful");
    assertThat(rewrite.explain()).isEqualTo("line 2: kept [careful] too old to touch\n");
  }

  @Test
  void aNameDoesNotReplaceARuleOfItsOwn() {
    Transform transform =
        Transform.each(Label.class, (label, scope) -> Edit.remove().because("labels/gone", "LABEL", "not wanted"))
            .named("tidy");
    assertThat(assertRewrites(transform, "FROM a\nLABEL a=b\n", "FROM a\n").notes().map(Note::rule))
        .containsExactly("labels/gone");
  }

  @Test
  void aFunctionIsATransformThatNotesWhatDiffers() {
    Transform transform =
        Transform.of(file -> file.withConstructs(file.constructs().filter(c -> !(c instanceof Label))));
    assertThat(transform.apply(Dockerfile.parse("FROM a\nLABEL a=b\n")).notes()).hasSize(1).allMatch(Note::unexplained);
    Rewrite rewrite =
        assertRewrites(transform.because("nobody reads them"), "FROM a\nRUN x\nLABEL a=b\nRUN y\n", "FROM a\nRUN x\nRUN y\n");
    assertThat(rewrite.notes(Note.Kind.CHANGED).map(Note::line)).containsExactly(3);
  }

  @Test
  void linesInNotesAreThoseOfTheFirstFileThroughAnyComposition() {
    Rewrite rewrite =
        assertRewritesOnce(
            COMMENTS.named("comments").andThen(MOUNTS.named("mounts")),
            "FROM a\nRUN x\nRUN y\n",
            """
            FROM a
            # above
            # two
            RUN --mount=type=cache,target=/c \\
                x
            # above
            # two
            RUN --mount=type=cache,target=/c \\
                y
            """);
    assertThat(rewrite.notes().map(note -> note.rule() + " " + note.line()))
        .containsExactly("comments 2", "mounts 2", "comments 3", "mounts 3");
  }

  @Test
  void aChangeThatIsTakenBackIsNoChangeAndHasNoNote() {
    assertUntouched(COMMENTS.andThen(UNCOMMENTS), "FROM a\nRUN x\n");
  }

  @Test
  void aConditionLooksAtTheFileAsItComes() {
    Transform transform = MOUNTS.when(file -> file.stages().size() == 1);
    assertUntouched(transform, "FROM a\nFROM b\nRUN x\n");
    assertRewrites(transform, "FROM b\nRUN x\n", "FROM b\nRUN --mount=type=cache,target=/c \\\n    x\n");
  }

  @Test
  void repetitionComesToRest() {
    Transform shortens =
        Transform.each(
            Comment.class,
            (comment, scope) ->
                comment.words().length() > 1
                    ? Edit.replace(Comment.of(comment.words().substring(1))).because("shorter")
                    : Edit.keep());
    assertRewrites(shortens.untilStable(), "FROM a\n# four\n", "FROM a\n# r\n");
  }

  @Test
  void repetitionWithoutRestLeavesTheFileAloneAndWarns() {
    assertWarns(COMMENTS.untilStable(), "FROM a\nRUN x\n", "until-stable/restless");
  }

  @Test
  void eachStageIsGivenOnceWithWhatIsInForceAtItsBeginning() {
    assertRewritesOnce(
        Transform.eachStage(
            (stage, scope) ->
                Vector.of(
                    Edit.after(Instruction.parse("LABEL user=" + scope.user().getOrElse("none")))
                        .because("people ask")
                        .at(stage.from()))),
        """
        FROM a AS first
        USER app
        FROM first
        RUN x
        FROM first
        """,
        """
        FROM a AS first
        LABEL user=none
        USER app
        FROM first
        LABEL user=app
        RUN x
        FROM first
        LABEL user=app
        """);
  }

  @Test
  void whatIsReplacedInAnOnBuildTakesTheLayoutOfTheFile() {
    Transform transform =
        Transform.each(
            Run.class, (run, scope) -> run.mentions("&&") ? Edit.keep() : Edit.replace(Run.of("x \\\n    && y")).because("both"));
    assertRewrites(
        transform,
        "# escape=`\nFROM a\nONBUILD RUN z\n",
        "# escape=`\nFROM a\nONBUILD RUN x `\n    && y\n");
  }

  private static Transform edits(Edit... edits) {
    return Transform.edits(
        file -> Vector.of(edits).map(edit -> edit.at(file.constructs().find(Run.class::isInstance).get())))
        .because("why");
  }

  @Test
  void whatALaterEditOfAConstructAddsStandsOutside() {
    assertRewritesOnce(
        edits(
            Edit.before(Comment.of("inner")), Edit.after(Run.of("inner")), Edit.before(Comment.of("outer")),
            Edit.after(Run.of("outer"))),
        "FROM a\nRUN x\n",
        "FROM a\n# outer\n# inner\nRUN x\nRUN inner\nRUN outer\n");
  }

  @Test
  void theReasonOfAnEditThatOnlySpeaksIsThatOfKeeping() {
    assertThat(edits(Edit.keep().because("why not")).apply(Dockerfile.parse("FROM a\nRUN x\n")).explain())
        .isEqualTo("line 2: kept [transform] why not\n");
    assertThat(edits(Edit.replace(Run.of("y")).because("rule", "x", "why")).apply(Dockerfile.parse("FROM a\nRUN x\n")).explain())
        .isEqualTo("line 2: changed [rule] x: why\n");
    assertThat(edits(Edit.after(Run.of("y")).because("why")).apply(Dockerfile.parse("FROM a\nRUN x\n")).explain())
        .isEqualTo("line 2: changed [transform] why\n");
    assertThat(edits(Edit.before(Run.of("y")).because("why")).apply(Dockerfile.parse("FROM a\nRUN x\n")).explain())
        .isEqualTo("line 2: changed [transform] why\n");
  }

  @Test
  void notesOfOneStepAreInTheOrderOfTheFile() {
    Transform transform =
        Transform.edits(file -> file.instructions().reverse().map(instruction -> Edit.keep("so").at(instruction)));
    assertThat(transform.apply(Dockerfile.parse("FROM a\nRUN x\nRUN y\n")).notes().map(Note::line))
        .containsExactly(1, 2, 3);
  }

  @Test
  void anEditThatPutsTheSameInPlaceChangesNothing() {
    Rewrite rewrite = edits(Edit.replace(Run.of("x")).because("why")).apply(Dockerfile.parse("FROM a\nRUN x\n"));
    assertThat(rewrite.changed()).isFalse();
    assertThat(rewrite.notes()).isEmpty();
  }

  @Test
  void aSequenceWithoutStepsIsTheIdentity() {
    assertUntouched(Transform.sequence(), "FROM a\nRUN x\n");
    assertUntouched(Transform.identity(), "FROM a\nRUN x\n");
    assertUntouched(Transform.each(Run.class, (run, scope) -> Edit.keep()), "FROM a\nRUN x\n");
  }

  @Test
  void whatAnOnBuildHoldsMayBeRemovedAndSpokenOf() {
    assertRewrites(Transform.each(Run.class, (run, scope) -> Edit.remove().because("why")), "FROM a\nONBUILD RUN x\nUSER b\n", "FROM a\nUSER b\n");
    Rewrite rewrite =
        assertKept(Transform.each(Run.class, (run, scope) -> Edit.keep("so")), "FROM a\nONBUILD RUN x\n", "transform");
    assertThat(rewrite.notes().map(Note::line)).containsExactly(2);
  }

  @Test
  void aStageThatEndsWithItsFromIsGivenToo() {
    assertRewritesOnce(
        Transform.eachStage((stage, scope) -> Vector.of(Edit.after(Instruction.parse("USER " + stage.number())).because("it is so").at(stage.from()))),
        "FROM a\nFROM b\n",
        "FROM a\nUSER 0\nFROM b\nUSER 1\n");
  }

  @Test
  void theWarningOfRestlessnessIsOfTheFirstLine() {
    assertThat(COMMENTS.untilStable().apply(Dockerfile.parse("FROM a\nRUN x\n")).explain())
        .isEqualTo("line 1: warning [until-stable/restless] still changing after 100 rounds, so nothing was changed at all\n");
  }
}
