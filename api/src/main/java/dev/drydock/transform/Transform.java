package dev.drydock.transform;

import dev.drydock.given.Given;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Scope;
import dev.drydock.dockerfile.Stage;
import io.vavr.collection.Seq;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A rewrite of Dockerfiles: a pure, total, deterministic and thread-safe function.
 *
 * <p>Transforms form a monoid under {@link #andThen} with {@link #identity()} as its unit, notes included. A
 * transform that has nothing to change gives back the very instance it was given.
 */
@FunctionalInterface
public interface Transform {

  /** What becomes of this Dockerfile, and why. */
  Rewrite apply(Dockerfile dockerfile);

  /** The unit: leaves every Dockerfile as it is. */
  static Transform identity() {
    return Rewrite::unchanged;
  }

  /** A function on Dockerfiles as a transform; each construct that differs afterwards is noted. */
  static Transform of(UnaryOperator<Dockerfile> function) {
    Given.notNull(function, "function");
    return dockerfile -> Rewrite.of(dockerfile, function.apply(dockerfile));
  }

  /** One after the other, from left to right; without steps the identity. */
  static Transform sequence(Transform... steps) {
    Given.noneNull(steps, "steps");
    Transform all = identity();
    for (Transform step : steps) {
      all = all.andThen(step);
    }
    return all;
  }

  /**
   * An edit for each construct of a kind, also for an instruction that an ONBUILD holds. The scope is what is in
   * force at the construct in the file as it was given.
   */
  static <C extends Construct> Transform each(Class<C> kind, BiFunction<? super C, Scope, Edit> edit) {
    Given.notNull(edit, "edit");
    Given.notNull(kind, "kind");
    return edits(dockerfile -> Edits.each(dockerfile, kind, edit));
  }

  /**
   * Edits for each stage, each of which names its construct with {@link Edit#at}. The scope is what is in force at
   * the end of the stage's FROM.
   */
  static Transform eachStage(BiFunction<Stage, Scope, Seq<Edit>> edits) {
    Given.notNull(edits, "edits");
    return edits(dockerfile -> Edits.eachStage(dockerfile, edits));
  }

  /** Edits found by looking at the whole file, each of which names its construct with {@link Edit#at}. */
  static Transform edits(Function<? super Dockerfile, ? extends Seq<Edit>> edits) {
    Given.notNull(edits, "edits");
    return dockerfile -> Edits.apply(dockerfile, edits.apply(dockerfile));
  }

  /** This, and then the next on what this gave. */
  default Transform andThen(Transform next) {
    Given.notNull(next, "next");
    return dockerfile -> {
      Rewrite first = apply(dockerfile);
      return first.andThen(next.apply(first.after()));
    };
  }

  /** This where the condition holds of the Dockerfile, else nothing. */
  default Transform when(Predicate<? super Dockerfile> condition) {
    Given.notNull(condition, "condition");
    return dockerfile ->
        condition.test(dockerfile) ? apply(dockerfile) : Rewrite.unchanged(dockerfile);
  }

  /** This with a name: the rule id of the notes that have none of their own. */
  default Transform named(String name) {
    Given.notNull(name, "name");
    return dockerfile -> apply(dockerfile).named(name);
  }

  /**
   * This, again and again until nothing changes any more. Where it does not come to rest, the Dockerfile is left as
   * it was, with a warning.
   */
  default Transform untilStable() {
    return dockerfile -> Edits.untilStable(this, dockerfile);
  }
}
