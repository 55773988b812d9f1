package dev.drydock.laws;

import dev.drydock.dockerfile.BlankLine;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.Run;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;

/** Laws 1 and 8: transforms are a monoid, notes included, and some of them commute. */
final class Composition {

  /** Adds lines above what others change, so that lines in notes have somewhere to go astray. */
  private static final Transform ADDS_COMMENTS =
      Transform.each(Run.class, (run, scope) -> Edit.before(Comment.of("added above")).because("adds-comments", "RUN", "for a law"));

  /** Takes lines away; behind the first FROM only, where no directive can come to life. */
  private static final Transform DROPS_COMMENTS =
      Transform.each(
          Comment.class,
          (comment, scope) -> scope.stageNumber() < 0 ? Edit.keep("may be a directive") : Edit.remove());

  /** Knows of no construct what became of it, so that it must be found out. */
  private static final Transform DROPS_BLANK_LINES = Transform.of(Composition::withoutBlankLines);

  private Composition() {}

  static void identity(Transform transform, Dockerfile dockerfile) {
    Rewrite alone = transform.apply(dockerfile);
    same("1 identity (before)", alone, Transform.identity().andThen(transform).apply(dockerfile));
    same("1 identity (behind)", alone, transform.andThen(Transform.identity()).apply(dockerfile));
    same("1 identity (sequence of one)", alone, Transform.sequence(transform).apply(dockerfile));
  }

  static void associativity(Transform transform, Dockerfile dockerfile) {
    associativity(transform, ADDS_COMMENTS, DROPS_BLANK_LINES, dockerfile);
    associativity(ADDS_COMMENTS, transform, DROPS_COMMENTS, dockerfile);
    associativity(DROPS_BLANK_LINES, ADDS_COMMENTS, transform, dockerfile);
  }

  static void associativity(Transform a, Transform b, Transform c, Dockerfile dockerfile) {
    Rewrite left = a.andThen(b).andThen(c).apply(dockerfile);
    same("1 associativity", left, a.andThen(b.andThen(c)).apply(dockerfile));
    SameInstance.check(left);
    Locality.check(left);
  }

  static void commutation(Transform first, Transform second, Dockerfile dockerfile) {
    Rewrite one = first.andThen(second).apply(dockerfile);
    Rewrite other = second.andThen(first).apply(dockerfile);
    if (!one.after().equals(other.after())) {
      throw Broken.law(
          "8 commutation", one, "In the other order:\n" + Broken.visible(other.after().text()));
    }
  }

  private static void same(String law, Rewrite expected, Rewrite found) {
    if (!expected.after().equals(found.after())) {
      throw Broken.law(law, expected, "The other way gives:\n" + Broken.visible(found.after().text()));
    }
    if (!expected.notes().equals(found.notes())) {
      throw Broken.law(law, expected, "The notes of the other way:\n" + found.explain());
    }
    if (expected.changed() != found.changed()) {
      throw Broken.law(law, expected, "The other way says changed() = " + found.changed());
    }
  }

  private static Dockerfile withoutBlankLines(Dockerfile dockerfile) {
    int from = dockerfile.constructs().indexWhere(From.class::isInstance);
    return from < 0
        ? dockerfile
        : dockerfile.withConstructs(
            dockerfile.constructs().filter(construct -> keeps(dockerfile, construct, from)));
  }

  private static boolean keeps(Dockerfile dockerfile, Construct construct, int from) {
    return !(construct instanceof BlankLine) || dockerfile.index(construct) < from;
  }
}
