package dev.drydock.impl.caching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.laws.Laws;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.util.function.BiFunction;

/**
 * The one harness for examples: exact texts, never normalised. Each call runs every law on the example as it is
 * written, with carriage returns, and without its final newline. The rewrite that is returned is the first of them.
 *
 * <p>Mutation testing runs each example thousands of times. There ({@code -Dlaws=of-one-rewrite}) the laws that take
 * many rewrites to check, of composition and of threads, are left to the tests of their own.
 */
public final class TransformAssertions {

  private static final boolean OF_ONE_REWRITE = "of-one-rewrite".equals(System.getProperty("laws"));

  private TransformAssertions() {}

  /** The transform makes this of that, and a second run changes nothing. */
  public static Rewrite assertRewrites(Transform transform, String before, String after) {
    return inEveryLayout(TransformAssertions::check, transform, before, after);
  }

  /** The transform makes this of that; a second run may do more. */
  public static Rewrite assertRewritesOnce(Transform transform, String before, String after) {
    return inEveryLayout(TransformAssertions::checkOnce, transform, before, after);
  }

  /** The transform leaves this as it is and has nothing to say of why. */
  public static Rewrite assertUntouched(Transform transform, String before) {
    Rewrite rewrite = inEveryLayout(TransformAssertions::check, transform, before, before);
    assertThat(rewrite.notes()).isEmpty();
    return rewrite;
  }

  /** The transform leaves this as it is, and a note of this rule says why. */
  public static Rewrite assertKept(Transform transform, String before, String ruleId) {
    Rewrite rewrite = inEveryLayout(TransformAssertions::check, transform, before, before);
    assertNotes(rewrite, Note.Kind.KEPT, ruleId);
    return rewrite;
  }

  /** The transform leaves this as it is, and a note of this rule warns. */
  public static Rewrite assertWarns(Transform transform, String before, String ruleId) {
    return assertWarns(transform, before, before, ruleId);
  }

  /** The transform makes this of that, and a note of this rule warns. */
  public static Rewrite assertWarns(Transform transform, String before, String after, String ruleId) {
    Rewrite rewrite = inEveryLayout(TransformAssertions::check, transform, before, after);
    assertNotes(rewrite, Note.Kind.WARNING, ruleId);
    return rewrite;
  }

  /** The transform makes of the one text the other, where both are written as one: see {@link Marked}. */
  public static Rewrite assertMarked(Transform transform, String marked) {
    Marked example = Marked.of(marked);
    return assertRewrites(transform, example.before(), example.after());
  }

  /** The transform leaves this as it is, and a note of this rule says why of this subject. */
  public static Rewrite assertKept(Transform transform, String before, String ruleId, String subject) {
    Rewrite rewrite = inEveryLayout(TransformAssertions::check, transform, before, before);
    assertNoted(rewrite, Note.Kind.KEPT, ruleId, subject);
    return rewrite;
  }

  /** A note of this kind and rule is about this subject. */
  public static void assertNoted(Rewrite rewrite, Note.Kind kind, String ruleId, String subject) {
    assertThat(rewrite.notes(kind).filter(note -> note.rule().equals(ruleId)).map(Note::subject))
        .as(rewrite::explain)
        .contains(subject);
  }

  /** No note is of this rule. */
  public static void assertNotNoted(Rewrite rewrite, String ruleId) {
    assertThat(rewrite.notes().map(Note::rule)).as(rewrite::explain).isNotEmpty().doesNotContain(ruleId);
  }

  /** The reason that the one note of this rule gives. */
  public static String reason(Rewrite rewrite, String ruleId) {
    var notes = rewrite.notes().filter(note -> note.rule().equals(ruleId));
    assertThat(notes).as(rewrite::explain).hasSize(1);
    return notes.head().reason();
  }

  private static Rewrite check(Transform transform, Dockerfile dockerfile) {
    if (!OF_ONE_REWRITE) {
      return Laws.check(transform, dockerfile);
    }
    Rewrite rewrite = checkOnce(transform, dockerfile);
    Laws.idempotence(transform, rewrite);
    return rewrite;
  }

  private static Rewrite checkOnce(Transform transform, Dockerfile dockerfile) {
    if (!OF_ONE_REWRITE) {
      return Laws.checkComposition(transform, dockerfile);
    }
    Rewrite rewrite = transform.apply(dockerfile);
    Laws.checkRewrite(rewrite);
    return rewrite;
  }

  private static void assertNotes(Rewrite rewrite, Note.Kind kind, String ruleId) {
    assertThat(rewrite.notes(kind).map(Note::rule)).as(rewrite::explain).contains(ruleId);
  }

  private static Rewrite inEveryLayout(
      BiFunction<Transform, Dockerfile, Rewrite> laws, Transform transform, String before, String after) {
    Rewrite first = laws.apply(transform, Dockerfile.parse(before));
    assertThat(first.after().text()).as(first::explain).isEqualTo(after);
    String returns = before.replace("\n", "\r\n");
    Rewrite second = laws.apply(transform, Dockerfile.parse(returns));
    assertThat(second.after().text()).as("with carriage returns").isEqualTo(after.replace("\n", "\r\n"));
    if (before.endsWith("\n")) {
      String open = before.substring(0, before.length() - 1);
      Rewrite third = laws.apply(transform, Dockerfile.parse(open));
      String ended = third.after().text().endsWith("\n") ? "" : "\n";
      assertThat(third.after().text() + ended).as("without a final newline").isEqualTo(after);
    }
    return first;
  }
}
