package dev.drydock.transform;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.ImageReference;
import dev.drydock.dockerfile.Scope;
import dev.drydock.dockerfile.Stage;
import dev.drydock.given.Given;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A rewrite of Dockerfiles: a pure, total, deterministic and thread-safe function.
 *
 * <p>Transforms form a monoid under {@link #andThen} with {@link #identity()} as its unit, notes included. A
 * transform that has nothing to change gives back the very instance it was given.
 *
 * <p>What is made here is total, whatever it is made of. A function or a transform that throws, or gives {@code null},
 * does nothing where it did so, and a warning of the rule {@code transform/failed} says that; all else is done. An edit
 * that cannot be made is not made, and a note says why.
 */
@FunctionalInterface
public interface Transform {

  /** What becomes of this Dockerfile, and why. */
  Rewrite apply(Dockerfile dockerfile);

  /** What it is called: as given to {@link #named}, or else as the call that makes it. */
  default String name() {
    boolean nameless = getClass().isHidden() || getClass().getSimpleName().isEmpty();
    return nameless ? Rewrite.OWN_RULE : getClass().getSimpleName();
  }

  /** The unit: leaves every Dockerfile as it is. */
  static Transform identity() {
    return new Described("identity()", Rewrite::unchanged);
  }

  /** A function on Dockerfiles as a transform; each construct that differs afterwards is noted. */
  static Transform of(UnaryOperator<Dockerfile> function) {
    Given.notNull(function, "function");
    String name = "of(…)";
    return new Described(
        name, file -> Attempt.rewrite(name, file, () -> Rewrite.of(file, function.apply(file))));
  }

  /** One after the other, from left to right; without steps the identity. */
  static Transform sequence(Transform... steps) {
    return sequence(Arrays.asList(Given.noneNull(steps, "steps")));
  }

  /** One after the other, from left to right; without steps the identity. */
  static Transform sequence(Iterable<? extends Transform> steps) {
    List<Transform> all = new ArrayList<>();
    Given.noneNull(steps, "steps").forEach(all::add);
    String name = all.stream().map(Transform::name).collect(Collectors.joining(", ", "sequence(", ")"));
    return new Described(
        name,
        file -> {
          Rewrite rewrite = Rewrite.unchanged(file);
          for (Transform step : all) {
            rewrite = rewrite.andThen(Attempt.rewrite(step, rewrite.after()));
          }
          return rewrite;
        });
  }

  /**
   * An edit for each construct of a kind, also for an instruction that an ONBUILD holds. The scope is what is in
   * force at the construct in the file as it was given.
   */
  static <C extends Construct> Transform each(Class<C> kind, BiFunction<? super C, ? super Scope, Edit> edit) {
    Given.notNull(edit, "edit");
    Given.notNull(kind, "kind");
    return Described.editing(
        "each(" + kind.getSimpleName() + ")", (name, file) -> Visits.each(name, file, kind, edit));
  }

  /**
   * Edits for each stage, each of which names its construct with {@link Edit#at}. The scope is what is in force at
   * the end of the stage's FROM.
   */
  static Transform eachStage(BiFunction<? super Stage, ? super Scope, ? extends Iterable<Edit>> edits) {
    Given.notNull(edits, "edits");
    return Described.editing("eachStage(…)", (name, file) -> Visits.eachStage(name, file, edits));
  }

  /**
   * An edit for each FROM of a base image, which is told with the defaults of build arguments in their place. Not
   * visited are those that name an earlier stage or {@code scratch}, and those with a variable that has no default.
   * Where {@link From#image} has a variable, another build may choose another image.
   */
  static Transform eachBaseImage(BiFunction<? super From, ? super ImageReference, Edit> edit) {
    Given.notNull(edit, "edit");
    return Described.editing("eachBaseImage(…)", (name, file) -> Visits.eachBaseImage(name, file, edit));
  }

  /**
   * An edit for each call of a program in RUNs: alone, after {@code sudo}, {@code env} and the like, in {@code bash -c
   * '…'}, in here-documents, in RUNs that an ONBUILD holds. The edit is one of the RUN. Edits of several calls in
   * one RUN are made {@link Edit#apart}.
   *
   * @param program its name without the folder, such as {@code apt-get}
   */
  static Transform eachCommand(String program, Function<? super CommandCall, Edit> edit) {
    Given.notBlank(program, "program", "the name of a program, such as apt-get");
    Given.notNull(edit, "edit");
    return Described.editing(
        "eachCommand(" + program + ")", (name, file) -> Visits.eachCommand(name, file, program, edit));
  }

  /** Edits found by looking at the whole file, each of which names its construct with {@link Edit#at}. */
  static Transform edits(Function<? super Dockerfile, ? extends Iterable<Edit>> edits) {
    Given.notNull(edits, "edits");
    return Described.editing(
        "edits(…)",
        (name, file) -> Attempt.edits(name, file.constructs().headOption(), () -> edits.apply(file)));
  }

  /** This, and then the next on what this gave. */
  default Transform andThen(Transform next) {
    Given.notNull(next, "next");
    return sequence(this, next);
  }

  /** This where the condition holds of the Dockerfile, else nothing. */
  default Transform when(Predicate<? super Dockerfile> condition) {
    Given.notNull(condition, "condition");
    String name = name() + ".when(…)";
    return new Described(
        name,
        file ->
            Attempt.rewrite(name, file, () -> condition.test(file) ? Attempt.rewrite(this, file) : Rewrite.unchanged(file)));
  }

  /** This where the condition does not hold of the Dockerfile, else nothing. */
  default Transform unless(Predicate<? super Dockerfile> condition) {
    Given.notNull(condition, "condition");
    return when(file -> !condition.test(file));
  }

  /**
   * What this does and says in the stage of this name or number, and nothing elsewhere; nothing where there is no such
   * stage. The syntax directive belongs to no stage.
   */
  default Transform inStage(String stage) {
    Given.notNull(stage, "stage");
    return new Described(
        name() + ".inStage(" + stage + ")", file -> Attempt.rewrite(this, file).inStage(stage));
  }

  /**
   * This without the changes and notes of some rules: ids, in which {@code *} stands for one segment, such as {@code
   * mount-cache/pip/*}. Where a change hangs together with one of another rule, neither is made, and a note says so: see
   * {@link Rewrite#only}.
   */
  default Transform except(String... rules) {
    List<RuleId> left = Arrays.stream(Given.noneNull(rules, "rules")).map(RuleId::of).toList();
    return new Described(
        name() + ".except(" + String.join(", ", rules) + ")",
        file -> Attempt.rewrite(this, file).only(note -> left.stream().noneMatch(id -> id.covers(RuleId.of(note.rule())))));
  }

  /** This with a name, which is also the rule id of the notes that have none of their own. */
  default Transform named(String name) {
    Given.notBlank(name, "name", "a name for the transform, such as acme/pinned");
    return new Described(name, file -> Attempt.rewrite(this, file).named(name));
  }

  /** This with a reason for the changes that it gives none for: those of {@link #of}, and of edits that say nothing. */
  default Transform because(String reason) {
    Given.notBlank(reason, "reason", "why it changes what it changes");
    return new Described(name(), file -> Attempt.rewrite(this, file).because(reason));
  }

  /**
   * This, again and again until nothing changes any more, at most 100 times. Where it does not come to rest, the
   * Dockerfile is left as it was, with a warning.
   */
  default Transform untilStable() {
    return untilStable(100);
  }

  /** As {@link #untilStable()}, at most so many times. */
  default Transform untilStable(int rounds) {
    Given.atLeast(1, rounds, "rounds", "without one nothing would be done");
    return new Repeated(this, rounds);
  }

  /**
   * This for files within a budget. A larger one is left as it was, and a note of the rule {@code file/beyond-budget} says
   * what it has too much of.
   */
  default Transform within(Budget budget) {
    return new Bounded(this, Given.notNull(budget, "budget"));
  }
}
