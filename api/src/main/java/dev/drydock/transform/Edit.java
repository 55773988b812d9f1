package dev.drydock.transform;

import dev.drydock.given.Given;
import dev.drydock.dockerfile.Construct;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.UnaryOperator;

/**
 * What is to be done with one construct, and what is to be said about it. Leaving alone and removing are values
 * like any other. Immutable.
 */
public final class Edit {

  private static final Edit KEEP =
      new Edit(Option.none(), Option.none(), Vector.empty(), Vector.empty(), Vector.empty());

  private final Option<Construct> target;
  private final Option<Vector<Construct>> replacement;
  private final Vector<Construct> before;
  private final Vector<Construct> after;
  private final Vector<Remark> remarks;

  /** A note that does not know its line yet. */
  record Remark(Note.Kind kind, String rule, String subject, String reason) {}

  private Edit(
      Option<Construct> target,
      Option<Vector<Construct>> replacement,
      Vector<Construct> before,
      Vector<Construct> after,
      Vector<Remark> remarks) {
    this.target = target;
    this.replacement = replacement;
    this.before = before;
    this.after = after;
    this.remarks = remarks;
  }

  /** Leaves the construct as it is and says nothing. */
  public static Edit keep() {
    return KEEP;
  }

  /** Leaves the construct as it is and says why. */
  public static Edit keep(String reason) {
    Given.notNull(reason, "reason");
    return KEEP.noting(Note.Kind.KEPT, Rewrite.OWN_RULE, "", reason);
  }

  /** Puts these in the construct's place. */
  public static Edit replace(Construct... by) {
    Given.noneNull(by, "by");
    return new Edit(
        Option.none(), Option.some(Vector.of(by)), Vector.empty(), Vector.empty(), Vector.empty());
  }

  /** Takes the construct out. */
  public static Edit remove() {
    return replace();
  }

  /** Puts these before the construct. */
  public static Edit before(Construct... added) {
    Given.noneNull(added, "added");
    return new Edit(Option.none(), Option.none(), Vector.of(added), Vector.empty(), Vector.empty());
  }

  /** Puts these after the construct. */
  public static Edit after(Construct... added) {
    Given.noneNull(added, "added");
    return new Edit(Option.none(), Option.none(), Vector.empty(), Vector.of(added), Vector.empty());
  }

  /** The edit of this construct: {@link Transform#eachStage} needs to be told which one is meant. */
  public Edit at(Construct construct) {
    Given.notNull(construct, "construct");
    return new Edit(Option.some(construct), replacement, before, after, remarks);
  }

  /** With the reason for it. */
  public Edit because(String reason) {
    return because(Rewrite.OWN_RULE, "", reason);
  }

  /** With the reason for it, under a rule id of its own, and what of the construct is meant. */
  public Edit because(String rule, String subject, String reason) {
    Given.notNull(reason, "reason");
    Given.notNull(rule, "rule");
    Given.notNull(subject, "subject");
    return noting(edits() ? Note.Kind.CHANGED : Note.Kind.KEPT, rule, subject, reason);
  }

  /** With something more to say of the construct. */
  public Edit noting(Note.Kind kind, String rule, String subject, String reason) {
    Given.notNull(kind, "kind");
    Given.notNull(reason, "reason");
    Given.notNull(rule, "rule");
    Given.notNull(subject, "subject");
    return new Edit(
        target, replacement, before, after, remarks.append(new Remark(kind, rule, subject, reason)));
  }

  /** Both edits of one construct: what the other adds stands outside what this one adds. */
  public Edit and(Edit other) {
    Given.notNull(other, "other");
    return new Edit(
        target.orElse(other.target),
        other.replacement.orElse(replacement),
        other.before.appendAll(before),
        after.appendAll(other.after),
        remarks.appendAll(other.remarks));
  }

  /** Whether it does anything but speak. */
  boolean edits() {
    return replacement.isDefined() || before.nonEmpty() || after.nonEmpty();
  }

  Option<Construct> target() {
    return target;
  }

  Vector<Remark> remarks() {
    return remarks;
  }

  /** What stands in the construct's place and beside it afterwards. */
  Vector<Construct> result(Construct construct) {
    return before.appendAll(replacement.getOrElse(() -> Vector.of(construct))).appendAll(after);
  }

  /** The same edit of what holds the construct. */
  Edit lifted(UnaryOperator<Construct> outward) {
    return new Edit(
        target,
        replacement.map(all -> all.map(outward)),
        before.map(outward),
        after.map(outward),
        remarks);
  }
}
