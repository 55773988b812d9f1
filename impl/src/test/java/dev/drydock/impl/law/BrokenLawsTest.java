package dev.drydock.impl.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Label;
import dev.drydock.dockerfile.Run;
import dev.drydock.laws.Laws;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * Each law catches something that no other does: a transform that was broken on purpose. Laws 2, 4, 6, 7 and 14 have
 * none, since whatever is made with the language keeps them: see {@link ForgedLawsTest} for rewrites that are forged.
 */
class BrokenLawsTest {

  static final Map<String, BiConsumer<Transform, Dockerfile>> LAWS =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("1 identity", Laws::identity),
              Map.entry("1 associativity", Laws::associativity),
              Map.entry("2 same instance", Laws::sameInstance),
              Map.entry("3 idempotence", Laws::idempotence),
              Map.entry("4 locality", Laws::locality),
              Map.entry("6 re-parse stability", Laws::reparseStability),
              Map.entry("7 reversibility", Laws::reversibility),
              Map.entry("9 no new problems", Laws::noNewProblems),
              Map.entry("10 conservation", Laws::conservation),
              Map.entry("11 determinism", Laws::determinism),
              Map.entry("12 totality", Laws::totality),
              Map.entry("13 meaning", Laws::meaning),
              Map.entry("14 choice", Laws::choice)));

  private static final String FILE = "FROM debian\n# Why.\nRUN Make\n\nLABEL a=b\nRUN true\n";

  /** The laws that a transform breaks. */
  static List<String> broken(Transform transform, String text) {
    List<String> broken = new ArrayList<>();
    LAWS.forEach(
        (name, law) -> {
          try {
            law.accept(transform, Dockerfile.parse(text));
          } catch (AssertionError e) {
            assertThat(e).hasMessageStartingWith("Law broken: ");
            broken.add(name);
          }
        });
    return broken;
  }

  private static Transform rewritten(UnaryOperator<String> text) {
    return Transform.of(file -> Dockerfile.parse(text.apply(file.text())));
  }

  /** How many compositions it is a step of, one in another. */
  private static long depth() {
    return StackWalker.getInstance()
        .walk(frames -> frames.filter(frame -> frame.getClassName().endsWith(".Described")).count());
  }

  private static final Transform LABELLED =
      Transform.each(Label.class, (label, scope) -> Edit.remove().because("nobody reads it"));

  @Test
  void aLawfulTransformBreaksNone() {
    assertThat(broken(LABELLED, FILE)).isEmpty();
    assertThat(broken(Transform.identity(), FILE)).isEmpty();
  }

  @Test
  void whatDependsOnBeingAStepBreaksIdentity() {
    Transform shy = file -> depth() > 0 ? Rewrite.unchanged(file) : LABELLED.apply(file);
    assertThat(broken(shy, FILE)).containsExactly("1 identity");
  }

  @Test
  void whatDependsOnHowStepsAreGroupedBreaksAssociativity() {
    Transform shy = file -> depth() > 1 ? Rewrite.unchanged(file) : LABELLED.apply(file);
    assertThat(broken(shy, FILE)).containsExactly("1 associativity");
  }

  @Test
  void whatAddsEachTimeBreaksIdempotence() {
    Transform adds = Transform.each(Label.class, (label, scope) -> Edit.before(Comment.of("More.")).because("more is more"));
    assertThat(broken(adds, FILE)).containsExactly("3 idempotence");
  }

  @Test
  void whatBringsAProblemBreaksNoNewProblems() {
    Transform mistypes =
        Transform.each(
            Run.class,
            (run, scope) -> run.mentions("true") ? Edit.replace(Instruction.parse("RNU true")).because("a slip") : Edit.keep());
    assertThat(broken(mistypes, FILE)).containsExactly("9 no new problems");
  }

  @Test
  void whatEndsLinesOtherwiseBreaksConservation() {
    assertThat(broken(rewritten(text -> text.replace("\r", "").replace("\n", "\r\n")), FILE)).containsExactly("10 conservation");
  }

  @Test
  void whatDependsOnItsThreadBreaksDeterminism() {
    Transform shy = file -> Thread.currentThread().getName().startsWith("law") ? Rewrite.unchanged(file) : LABELLED.apply(file);
    assertThat(broken(shy, FILE)).containsExactly("11 determinism");
  }

  @Test
  void whatHasNoAnswerBreaksTotality() {
    Transform fails =
        Transform.each(
            Label.class,
            (label, scope) -> {
              throw new IllegalStateException("no label expected");
            });
    assertThat(broken(fails, FILE)).containsExactly("12 totality");
    Transform another = file -> Rewrite.unchanged(Dockerfile.parse(file.text()));
    assertThat(broken(another, FILE)).containsExactly("12 totality");
  }

  @Test
  @SuppressWarnings("NullAway")
  void whatThrowsOrGivesNullBreaksTotality() {
    Transform throwing =
        file -> {
          throw new IllegalStateException("no");
        };
    Transform nothing = file -> null;
    for (Transform transform : List.of(throwing, nothing)) {
      assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Laws.totality(transform, Dockerfile.parse(FILE))))
          .isInstanceOf(AssertionError.class)
          .hasMessageStartingWith("Law broken: 12 totality. It ");
    }
  }

  @Test
  void whatChangesCaseWithoutAReasonBreaksMeaning() {
    assertThat(broken(rewritten(text -> text.toLowerCase(Locale.ROOT)), FILE)).containsExactly("13 meaning");
  }

  @Test
  void whatDropsCommentsWithoutAReasonBreaksMeaning() {
    Transform drops = Transform.each(Comment.class, (comment, scope) -> Edit.remove());
    assertThat(broken(drops, FILE)).containsExactly("13 meaning");
    assertThat(broken(drops.because("nobody reads them"), FILE)).isEmpty();
  }

  @Test
  void whatMovesInstructionsWithoutAReasonBreaksMeaning() {
    Transform moves =
        Transform.of(
            file -> {
              var runs = file.constructs().filter(Run.class::isInstance).sortBy(construct -> construct.text());
              return file.withConstructs(file.constructs().removeAll(runs).appendAll(runs));
            });
    assertThat(broken(moves, "FROM a\nRUN x\nENV A=b\nRUN y\n")).containsExactly("13 meaning");
  }

  @Test
  void layoutNeedsNoReason() {
    Transform joins = rewritten(text -> text.replace("\\\n", "").replace("from", "FROM").replace("\n\n", "\n"));
    assertThat(broken(joins, "from a\n\nRUN x \\\n && y\n")).isEmpty();
    Transform platform = Transform.each(From.class, (from, scope) -> Edit.replace(from.platform("linux/amd64")));
    assertThat(broken(platform, FILE)).containsExactly("13 meaning");
    Transform heredoc = rewritten(text -> text.replace("one", "two"));
    assertThat(broken(heredoc, "FROM a\nRUN <<EOF\none\nEOF\nONBUILD RUN z\n")).containsExactly("13 meaning");
    assertThat(broken(rewritten(text -> text.replace("RUN z", "RUN y")), "FROM a\nONBUILD RUN z\n")).containsExactly("13 meaning");
  }
}
