package dev.drydock.impl.transform;

import static dev.drydock.impl.caching.TransformAssertions.assertRewritesOnce;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.BlankLine;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Label;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.User;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What cannot be done is not done and noted, and all else is done. */
class TotalityTest {

  private static final String FILE = "FROM a\nRUN x\nRUN y\n";

  private static Transform atRuns(Function<Run, List<Edit>> edits) {
    return Transform.edits(
        file -> file.instructions().filter(Run.class::isInstance).map(Run.class::cast).flatMap(run -> edits.apply(run)));
  }

  private static String rules(Rewrite rewrite) {
    return rewrite.notes().map(note -> note.line() + " " + note.kind() + " " + note.rule()).mkString(", ");
  }

  @Test
  void aCommentThatWouldComeToLifeIsNotAdded() {
    Transform transform =
        Transform.each(
            Construct.class,
            (construct, scope) ->
                construct instanceof Run
                    ? Edit.before(Comment.of("a comment")).because("acme/said", "", "why")
                    : Edit.before(Comment.of("escape=`")).because("acme/said", "", "why"));
    Rewrite rewrite = transform.apply(Dockerfile.parse("FROM a\nRUN x\n"));
    assertThat(rewrite.after().text()).isEqualTo("FROM a\n# a comment\nRUN x\n");
    assertThat(rules(rewrite)).isEqualTo("1 KEPT edit/cannot-stand, 2 CHANGED acme/said");
    assertThat(rewrite.notes().head().reason())
        .isEqualTo(
            "this edit was not made, since cannot stand here, it would be read differently: # escape=`: add # escape=`"
                + " before ([acme/said] why)");
  }

  @Test
  void aLineAfterADanglingEscapeIsNotAdded() {
    Transform transform =
        atRuns(run -> List.of(Edit.before(Comment.of("before")).at(run), Edit.after(User.of("app")).at(run)));
    Rewrite rewrite = transform.apply(Dockerfile.parse("FROM a\nRUN x\nRUN y \\\n"));
    assertThat(rewrite.after().text()).isEqualTo("FROM a\n# before\nRUN x\nUSER app\n# before\nRUN y \\\n");
    assertThat(rewrite.notes(Note.Kind.KEPT).map(Note::rule)).containsExactly("edit/cannot-stand");
  }

  @Test
  void manyEditsThatCannotStandAreFound() {
    Transform transform = Transform.each(Construct.class, (construct, scope) -> Edit.replace(BlankLine.of(), Comment.of("x=y")));
    Rewrite rewrite = transform.apply(Dockerfile.parse("# syntax=docker/dockerfile:1\n# escape=`\n# more\nFROM a\n"));
    assertThat(rewrite.after().constructs()).hasSizeGreaterThan(4);
  }

  @Test
  void anEditOfAConstructThatIsNotInTheFileIsNotMade() {
    Transform transform =
        Transform.edits(file -> List.of(Edit.remove().at(Comment.of("a stranger")), Edit.remove().at(file.constructs().last())));
    Rewrite rewrite = transform.apply(Dockerfile.parse(FILE));
    assertThat(rewrite.after().text()).isEqualTo("FROM a\nRUN x\n");
    assertThat(rewrite.explain())
        .startsWith("line 1: warning [edit/misplaced] this edit was not made, since its construct is not in the file: remove\n");
  }

  @Test
  void anEditThatNamesNoConstructIsNotMade() {
    Transform transform = Transform.edits(file -> List.of(Edit.replace(User.of("app")), Edit.keep("said of the file")));
    Rewrite rewrite = transform.apply(Dockerfile.parse(FILE));
    assertThat(rewrite.changed()).isFalse();
    assertThat(rewrite.explain())
        .isEqualTo(
            "line 1: warning [edit/misplaced] this edit was not made, since it names no construct with at(…): replace by"
                + " USER app\nline 1: kept [transform] said of the file\n");
  }

  @Test
  void ofTwoReplacementsOfOneConstructTheSecondIsRefused() {
    Transform transform =
        atRuns(run -> List.of(Edit.replace(Run.of("one")).at(run), Edit.keep().at(run), Edit.replace(Run.of("two")).because("acme/two", "", "why").at(run)));
    Rewrite rewrite = transform.apply(Dockerfile.parse("FROM a\nRUN x\n"));
    assertThat(rewrite.after().text()).isEqualTo("FROM a\nRUN one\n");
    assertThat(rules(rewrite)).isEqualTo("2 WARNING edit/conflict, 2 CHANGED transform");
  }

  @Test
  void replacementsThatChangeDifferentCharactersAreBothMade() {
    Transform transform =
        atRuns(
            run ->
                List.of(
                    Edit.replace(Run.of("a -y && b && c")).at(run),
                    Edit.replace(Run.of("a && b && c -q")).at(run),
                    Edit.replace(Run.of("a && B && c")).at(run),
                    Edit.replace(Run.of("a && B && c")).at(run),
                    Edit.before(Comment.of("why")).at(run)));
    assertRewritesOnce(transform.because("why"), "FROM a\nRUN a && b && c\n", "FROM a\n# why\nRUN a -y && B && c -q\n");
  }

  @Test
  void theSameReplacementTwiceIsMadeOnceBesideAnother() {
    Transform transform =
        atRuns(
            run ->
                List.of(
                    Edit.replace(Run.of("a -y && b")).at(run),
                    Edit.replace(Run.of("a -y && b")).at(run),
                    Edit.replace(Run.of("a && b -q")).at(run)));
    assertRewritesOnce(transform.because("why"), "FROM a\nRUN a && b\n", "FROM a\nRUN a -y && b -q\n");
    Transform other =
        atRuns(
            run ->
                List.of(
                    Edit.replace(Run.of("A && b")).at(run),
                    Edit.replace(Run.of("A && b")).at(run),
                    Edit.replace(Run.of("a && B")).at(run)));
    assertRewritesOnce(other.because("why"), "FROM a\nRUN a && b\n", "FROM a\nRUN A && B\n");
  }

  @Test
  void theSameRemovalTwiceIsMadeOnce() {
    assertRewritesOnce(atRuns(run -> List.of(Edit.remove().at(run), Edit.remove().at(run))).because("why"), FILE, "FROM a\n");
    Rewrite rewrite = atRuns(run -> List.of(Edit.remove().at(run), Edit.replace(Run.of("z")).at(run))).apply(Dockerfile.parse("FROM a\nRUN x\n"));
    assertThat(rewrite.after().text()).isEqualTo("FROM a\n");
    assertThat(rewrite.notes(Note.Kind.WARNING).map(Note::rule)).containsExactly("edit/conflict");
  }

  @Test
  void aFunctionThatThrowsCostsNothingElse() {
    Transform transform =
        Transform.each(
            Run.class,
            (run, scope) -> {
              if (run.mentions("x")) {
                throw new IllegalStateException("no x");
              }
              return Edit.replace(Run.of("z"));
            });
    Rewrite rewrite = transform.named("acme").apply(Dockerfile.parse(FILE));
    assertThat(rewrite.after().text()).isEqualTo("FROM a\nRUN x\nRUN z\n");
    assertThat(rewrite.notes(Note.Kind.WARNING).mkString())
        .isEqualTo(
            "line 2: warning [transform/failed] RUN x: acme: each(Run) threw java.lang.IllegalStateException: no x, so it"
                + " did nothing here");
  }

  @Test
  @SuppressWarnings("NullAway")
  void aFunctionThatGivesNullIsReported() {
    Dockerfile file = Dockerfile.parse(FILE);
    assertThat(Transform.each(Label.class, (label, scope) -> null).apply(file).notes()).isEmpty();
    assertThat(rules(Transform.each(Run.class, (run, scope) -> null).apply(file)))
        .isEqualTo("2 WARNING transform/failed, 3 WARNING transform/failed");
    assertThat(rules(Transform.eachStage((stage, scope) -> null).apply(file))).isEqualTo("1 WARNING transform/failed");
    assertThat(rules(Transform.edits(any -> null).apply(file))).isEqualTo("1 WARNING transform/failed");
    assertThat(rules(Transform.edits(any -> Collections.singletonList(null)).apply(file))).isEqualTo("1 WARNING transform/failed");
    assertThat(rules(Transform.of(any -> null).apply(file))).isEqualTo("1 WARNING transform/failed");
    assertThat(rules(Transform.eachBaseImage((from, image) -> null).apply(file))).isEqualTo("1 WARNING transform/failed");
    assertThat(rules(Transform.eachCommand("y", call -> null).apply(file))).isEqualTo("3 WARNING transform/failed");
    Transform gone = any -> null;
    assertThat(rules(gone.andThen(Transform.identity()).apply(file))).isEqualTo("1 WARNING transform/failed");
  }

  @Test
  void theEditsThatAFunctionGivesBeforeItFailsAreMade() {
    Transform transform =
        Transform.edits(
            file -> {
              List<Edit> edits = Arrays.asList(Edit.remove().at(file.constructs().last()), null);
              return edits;
            });
    Rewrite rewrite = transform.apply(Dockerfile.parse(FILE));
    assertThat(rewrite.after().text()).isEqualTo("FROM a\nRUN x\n");
    assertThat(rules(rewrite)).isEqualTo("1 WARNING transform/failed, 3 CHANGED transform");
  }

  @Test
  void aStepThatThrowsIsLeftOut() {
    Transform broken =
        file -> {
          throw new UnsupportedOperationException();
        };
    Transform foreign = file -> Rewrite.unchanged(Dockerfile.parse("FROM another\n"));
    Transform runs = Transform.each(Run.class, (run, scope) -> Edit.remove());
    Dockerfile file = Dockerfile.parse(FILE);
    Vector<Transform> all =
        Vector.of(
            Transform.sequence(broken, runs),
            runs.andThen(broken),
            foreign.andThen(runs),
            broken.when(any -> true).andThen(runs),
            Transform.identity().when(any -> file.constructs().get(99) == null).andThen(runs),
            broken.untilStable().andThen(runs),
            broken.inStage("0").andThen(runs),
            broken.except("none").andThen(runs),
            broken.named("acme").andThen(runs));
    for (Transform transform : all) {
      Rewrite rewrite = transform.apply(file);
      assertThat(rewrite.after().text()).as(transform.name()).isEqualTo("FROM a\n");
      assertThat(rules(rewrite)).as(transform.name()).startsWith("1 WARNING transform/failed");
    }
  }

  @Test
  void anEmptyFileIsNoDifficulty() {
    Dockerfile empty = Dockerfile.parse("");
    Transform broken = Transform.edits(file -> List.of(Edit.keep("said"), Edit.remove()));
    assertThat(rules(broken.apply(empty))).isEqualTo("1 KEPT transform, 1 WARNING edit/misplaced");
    Transform adds = Transform.of(file -> file.append(Comment.of("first")));
    assertThat(adds.apply(empty).after().text()).isEqualTo("# first\n");
    assertThat(adds.apply(empty).only(note -> false).changed()).isFalse();
  }
}
