package dev.drydock.transform;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.ImageReference;
import dev.drydock.given.Given;
import dev.drydock.shell.Word;
import dev.drydock.text.Span;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.Serializable;
import java.util.function.UnaryOperator;

/**
 * What is to be done with one construct, and what is to be said about it. Leaving alone and removing are values
 * like any other. Immutable.
 *
 * <p>Several edits of one construct are made together: what a later one adds stands outside what an earlier one adds,
 * and replacements that change different characters are both made. Where they change the same characters, the first is
 * made, and a note says that the other was not.
 */
public final class Edit implements Serializable {

  private static final long serialVersionUID = 1L;

  private static final Edit KEEP =
      new Edit(Option.none(), Option.none(), Vector.empty(), Vector.empty(), Vector.empty(), Option.none(), false);

  private final Option<Construct> target;
  private final Option<Vector<Construct>> replacement;
  private final Vector<Construct> before;
  private final Vector<Construct> after;
  private final Vector<Remark> remarks;

  /** Why nothing is done, where what was asked for cannot be. */
  private final Option<String> obstacle;

  private final boolean apart;

  private Edit(
      Option<Construct> target,
      Option<Vector<Construct>> replacement,
      Vector<Construct> before,
      Vector<Construct> after,
      Vector<Remark> remarks,
      Option<String> obstacle,
      boolean apart) {
    this.target = target;
    this.replacement = replacement;
    this.before = before;
    this.after = after;
    this.remarks = remarks;
    this.obstacle = obstacle;
    this.apart = apart;
  }

  private static Edit of(Option<Vector<Construct>> replacement, Vector<Construct> before, Vector<Construct> after) {
    return new Edit(Option.none(), replacement, before, after, Vector.empty(), Option.none(), false);
  }

  /** Leaves the construct as it is and says nothing. */
  public static Edit keep() {
    return KEEP;
  }

  /** Leaves the construct as it is and says why. */
  public static Edit keep(String reason) {
    return KEEP.noting(Note.Kind.KEPT, Rewrite.OWN_RULE, "", Given.notNull(reason, "reason"));
  }

  /** Leaves the construct as it is, since what was asked for cannot be done; the reason for it is told with this. */
  static Edit obstructed(String obstacle) {
    return new Edit(
        Option.none(), Option.none(), Vector.empty(), Vector.empty(), Vector.empty(), Option.some(obstacle), false);
  }

  /** Puts these in the construct's place. */
  public static Edit replace(Construct... by) {
    return of(Option.some(Vector.of(Given.noneNull(by, "by"))), Vector.empty(), Vector.empty());
  }

  /** Takes the construct out. */
  public static Edit remove() {
    return replace();
  }

  /** Puts these before the construct. */
  public static Edit before(Construct... added) {
    return of(Option.none(), Vector.of(Given.noneNull(added, "added")), Vector.empty());
  }

  /** Puts these after the construct. */
  public static Edit after(Construct... added) {
    return of(Option.none(), Vector.empty(), Vector.of(Given.noneNull(added, "added")));
  }

  /** The edit of this construct: {@link Transform#eachStage} needs to be told which one is meant. */
  public Edit at(Construct construct) {
    Given.notNull(construct, "construct");
    return new Edit(Option.some(construct), replacement, before, after, remarks, obstacle, apart);
  }

  /**
   * Made apart from other edits of the construct: {@link Rewrite#only} may take it and leave them, and the other way
   * round. Edits that are not made apart hang together.
   */
  public Edit apart() {
    return new Edit(target, replacement, before, after, remarks, obstacle, true);
  }

  /** With the reason for it. */
  public Edit because(String reason) {
    return because(Rewrite.OWN_RULE, "", reason);
  }

  /** With the reason for it, under a rule id of its own, and what of the construct is meant. */
  public Edit because(String rule, String subject, String reason) {
    return explained(rule, Option.none(), subject, reason);
  }

  /** With the reason for it, of a part of the construct's own text; what stands there is the subject. */
  public Edit because(String rule, Span part, String reason) {
    Given.notNull(part, "part");
    return explained(rule, Option.some(part), "", reason);
  }

  /** With the reason for it, of a word of the construct's script. */
  public Edit because(String rule, Word word, String reason) {
    return because(rule, Given.notNull(word, "word").span(), reason);
  }

  /** With the reason for it, of a command of the construct's script. */
  public Edit because(String rule, CommandCall call, String reason) {
    return because(rule, Given.notNull(call, "call").command().span(), reason);
  }

  /** With the reason for it, of an image. */
  public Edit because(String rule, ImageReference image, String reason) {
    return because(rule, Given.notNull(image, "image").text(), reason);
  }

  /** With something more to say of the construct. */
  public Edit noting(Note.Kind kind, String rule, String subject, String reason) {
    return noting(kind, rule, Option.none(), subject, reason);
  }

  private Edit explained(String rule, Option<Span> part, String subject, String reason) {
    Given.notNull(reason, "reason");
    String told = obstacle.map(why -> reason + ", but " + why).getOrElse(reason);
    return noting(edits() ? Note.Kind.CHANGED : Note.Kind.KEPT, rule, part, subject, told);
  }

  private Edit noting(Note.Kind kind, String rule, Option<Span> part, String subject, String reason) {
    Remark said =
        new Remark(
            Given.notNull(kind, "kind"),
            Given.notNull(rule, "rule"),
            part,
            Given.notNull(subject, "subject"),
            Given.notNull(reason, "reason"));
    return new Edit(target, replacement, before, after, remarks.append(said), obstacle, apart);
  }

  /**
   * Both edits of one construct: what the other adds stands outside what this one adds. Where each puts something else in
   * the construct's place, that of the other counts, and a note says so.
   */
  public Edit and(Edit other) {
    Given.notNull(other, "other");
    boolean givesWay = replacement.isDefined() && other.replacement.isDefined() && !replacement.equals(other.replacement);
    return new Edit(
        target.orElse(other.target),
        other.replacement.orElse(replacement),
        other.before.appendAll(before),
        after.appendAll(other.after),
        (givesWay ? remarksOnGivingWay() : remarks).appendAll(other.remarks),
        obstacle.orElse(other.obstacle),
        apart || other.apart);
  }

  /** What is said where its replacement is not made, but what it adds is. */
  private Vector<Remark> remarksOnGivingWay() {
    return before.isEmpty() && after.isEmpty()
        ? remarks.filter(remark -> remark.kind() != Note.Kind.CHANGED).append(Edits.conflict(this))
        : remarks.append(Edits.conflict(of(replacement, Vector.empty(), Vector.empty())));
  }

  /** Whether it does anything but speak. */
  boolean edits() {
    return replacement.isDefined() || before.nonEmpty() || after.nonEmpty();
  }

  /** Whether it neither does nor says anything. */
  boolean isNothing() {
    return !edits() && remarks().isEmpty();
  }

  boolean isApart() {
    return apart;
  }

  Option<Construct> target() {
    return target;
  }

  Option<Vector<Construct>> replacement() {
    return replacement;
  }

  Vector<Construct> addedBefore() {
    return before;
  }

  Vector<Construct> addedAfter() {
    return after;
  }

  /** What is said; an obstacle also where no reason was given. */
  Vector<Remark> remarks() {
    return remarks.isEmpty()
        ? obstacle.toVector().map(why -> new Remark(Note.Kind.KEPT, Rewrite.OWN_RULE, Option.none(), "", why))
        : remarks;
  }

  /** The same edit of what holds the construct, whose text ends with that of the construct. */
  Edit lifted(int offset, UnaryOperator<Construct> outward) {
    return new Edit(
        target,
        replacement.map(all -> all.map(outward)),
        before.map(outward),
        after.map(outward),
        remarks.map(remark -> remark.shifted(offset)),
        obstacle,
        apart);
  }

  /** What it does: {@code replace by RUN x}, {@code remove}, {@code add RUN y after}, {@code keep}. */
  @Override
  public String toString() {
    Vector<String> done =
        replacement
            .map(all -> all.isEmpty() ? "remove" : "replace by " + shown(all))
            .toVector()
            .appendAll(before.isEmpty() ? Option.none() : Option.some("add " + shown(before) + " before"))
            .appendAll(after.isEmpty() ? Option.none() : Option.some("add " + shown(after) + " after"));
    String reasons = remarks().map(Remark::toString).mkString("; ");
    return (done.isEmpty() ? "keep" : done.mkString(", ")) + (reasons.isEmpty() ? "" : " (" + reasons + ")");
  }

  private static String shown(Vector<Construct> constructs) {
    return constructs.map(construct -> Note.firstLine(construct.text())).mkString(" and ");
  }
}
