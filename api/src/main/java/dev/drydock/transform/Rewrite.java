package dev.drydock.transform;

import dev.drydock.diff.LineDiff;
import dev.drydock.diff.UnifiedDiff;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.given.Given;
import dev.drydock.text.Span;
import dev.drydock.text.TextEdit;
import dev.drydock.view.View;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What a transform made of a Dockerfile: the file before, the file after, and notes on why. Lines and spans in notes
 * are those of the file before, through any composition.
 */
@SuppressWarnings("serial")
public final class Rewrite implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The rule id of notes whose transform gave none. */
  static final String OWN_RULE = "transform";

  private final Dockerfile before;
  private final Dockerfile after;
  private final Lineage lineage;

  /** All that was said, also of changes that a later step took back; in the order of the steps. */
  private final Vector<Entry> journal;

  /** The edits of those constructs that have some which were made apart. */
  private final Map<Integer, Vector<Part>> parts;

  private final Option<WayThere> undone;
  private final View<Vector<Entry>> entries = new View<>();
  private final View<Vector<Note>> notes = new View<>();
  private final View<LineDiff> lines = new View<>();
  private final View<Map<Note, Vector<TextEdit>>> editsByNote = new View<>();

  /**
   * A note, the index of its construct, and which of the edits there it speaks of.
   *
   * @param group the group of the edits, or {@link #WHOLE}
   */
  record Entry(Note note, int index, int group) implements Serializable {

    /** All that was done at the construct. */
    static final int WHOLE = -1;

    boolean isChange() {
      return note.kind() == Note.Kind.CHANGED;
    }

    Entry with(UnaryOperator<Note> other) {
      return new Entry(other.apply(note), index, group);
    }
  }

  /** An edit of a construct, with the group of those that hang together: 0 but for those that were made apart. */
  record Part(Edit edit, int group) implements Serializable {}

  /**
   * What a way back undoes.
   *
   * @param indexes for each entry of the way back the index of its construct on the way there
   */
  private record WayThere(Rewrite rewrite, Vector<Integer> indexes) {}

  private Rewrite(
      Dockerfile before,
      Dockerfile after,
      Lineage lineage,
      Vector<Entry> journal,
      Map<Integer, Vector<Part>> parts,
      Option<WayThere> undone) {
    this.before = before;
    this.after = after;
    this.lineage = lineage;
    this.journal = journal;
    this.parts = Map.copyOf(parts);
    this.undone = undone;
  }

  /** The rewrite that changes nothing and says nothing. */
  public static Rewrite unchanged(Dockerfile dockerfile) {
    Given.notNull(dockerfile, "dockerfile");
    return new Rewrite(
        dockerfile, dockerfile, Lineage.unchanged(dockerfile), Vector.empty(), Map.of(), Option.none());
  }

  /** The rewrite from one file to another; each construct that differs is noted. */
  public static Rewrite of(Dockerfile before, Dockerfile after) {
    Given.notNull(after, "after");
    Given.notNull(before, "before");
    return before.equals(after)
        ? unchanged(before)
        : tracked(before, after, Lineage.between(before, after), Vector.empty(), Map.of());
  }

  /** The rewrite of known origins: what differs without a note gets one, what is as before is the same instance. */
  static Rewrite tracked(
      Dockerfile before, Dockerfile after, Lineage lineage, Vector<Entry> journal, Map<Integer, Vector<Part>> parts) {
    Dockerfile result = lineage.sharing(before, after);
    Lineage known = result == before ? Lineage.unchanged(before) : lineage.touching(before, result);
    boolean[] differs = known.differs(before, result);
    journal.filter(Entry::isChange).forEach(entry -> differs[entry.index()] = false);
    Vector<Entry> complete = journal;
    for (int i = 0; i < differs.length; i++) {
      if (differs[i]) {
        complete = complete.append(new Entry(Note.unexplained(before, i), i, Entry.WHOLE));
      }
    }
    return new Rewrite(before, result, known, complete, parts, Option.none());
  }

  /** The file as the transform was given it. */
  public Dockerfile before() {
    return before;
  }

  /** The file as it is now; the very instance of {@link #before()} where the texts are equal. */
  public Dockerfile after() {
    return after;
  }

  /** Whether the text is another one. */
  public boolean changed() {
    return after != before;
  }

  /** What there is to say, in the order of the file, and of one construct in the order of the steps. */
  public Vector<Note> notes() {
    return notes.get(() -> entries().map(Entry::note));
  }

  /** The notes of one kind. */
  public Vector<Note> notes(Note.Kind kind) {
    Given.notNull(kind, "kind");
    return notes().filter(note -> note.kind() == kind);
  }

  /** What holds of what was said: no change that was taken back. */
  Vector<Entry> entries() {
    return entries.get(
        () -> {
          boolean[] differs = lineage.differs(before, after);
          return journal
              .filter(entry -> !entry.isChange() || differs[entry.index()])
              .sortBy(Entry::index)
              .toVector();
        });
  }

  /** Text edits that turn the text before into the text after; in ascending order, without overlap. */
  public Vector<TextEdit> edits() {
    return lines().edits();
  }

  /**
   * The text edits that a note stands for: what was done at its construct, unless that was made {@link Edit#apart}; in
   * ascending order. Together, those of all notes lead to the text after; notes that are equal stand for the same edits.
   * None for a note that tells of no change, or is not of this rewrite.
   */
  public Vector<TextEdit> edits(Note note) {
    Given.notNull(note, "note");
    return editsByNote.get(this::findEdits).getOrDefault(note, Vector.empty());
  }

  /** Those of each note, found once for all notes of one construct that hang together. */
  private Map<Note, Vector<TextEdit>> findEdits() {
    Map<Tuple2<Integer, Integer>, Vector<TextEdit>> made = new HashMap<>();
    Map<Note, Set<Tuple2<Integer, Integer>>> wanted = new HashMap<>();
    for (Entry entry : entries().filter(Entry::isChange)) {
      Tuple2<Integer, Integer> place = Tuple.of(undone.isDefined() ? indexThere(entry) : entry.index(), entry.group());
      made.computeIfAbsent(place, key -> edits(entry));
      wanted.computeIfAbsent(entry.note(), key -> new LinkedHashSet<>()).add(place);
    }
    Map<Note, Vector<TextEdit>> byNote = new HashMap<>();
    wanted.forEach(
        (note, places) ->
            byNote.put(note, Vector.ofAll(places).flatMap(made::get).distinct().sortBy(TextEdit::start).toVector()));
    return Map.copyOf(byNote);
  }

  private Vector<TextEdit> edits(Entry entry) {
    if (undone.isDefined()) {
      Rewrite there = undone.get().rewrite();
      int index = indexThere(entry);
      return moved(LineDiff.of(there.textAfter(index), there.textBefore(index)), there.startAfter(index));
    }
    int index = entry.index();
    if (parts.containsKey(index) && entry.group() != Entry.WHOLE) {
      return Selection.of(this, other -> other.index() == index && other.group() == entry.group()).edits();
    }
    return moved(LineDiff.of(textBefore(index), textAfter(index)), Note.whole(before, index).start());
  }

  private static Vector<TextEdit> moved(LineDiff diff, int offset) {
    return diff.edits().map(edit -> new TextEdit(edit.start() + offset, edit.end() + offset, edit.replacement()));
  }

  private String textBefore(int index) {
    return before.constructs().isEmpty() ? "" : before.constructs().get(index).text();
  }

  private String textAfter(int index) {
    return Vector.ofAll(lineage.images(index, after)).map(Construct::text).mkString();
  }

  private int startAfter(int index) {
    int image = lineage.image(index);
    return image < after.constructs().size() ? after.span(after.constructs().get(image)).start() : after.text().length();
  }

  /**
   * The construct before that a construct after is, came from, or was added beside; none where the file before is empty.
   *
   * @throws IllegalArgumentException where it is no construct of {@link #after()}
   */
  public Option<Construct> origin(Construct construct) {
    int index = after.index(construct);
    return before.constructs().isEmpty() ? Option.none() : Option.some(before.constructs().get(lineage.origin(index)));
  }

  /**
   * Just the changes of these notes, and the rest as it was before. Notes of other kinds stay where they are chosen.
   *
   * <p>Changes of one construct hang together unless their edits were made {@link Edit#apart}: where one of them is not
   * chosen, none is made, and a note says so. Whether the change of one construct needs that of another is not looked at:
   * a mount may need the step that makes its parent directory.
   */
  public Rewrite only(Predicate<? super Note> chosen) {
    Given.notNull(chosen, "chosen");
    return undone.isDefined() ? takenBack(undone.get().rewrite(), chosen) : Selection.of(this, entry -> chosen.test(entry.note()));
  }

  /** Takes back just the changes of these notes, where none of the construct is to stay. */
  private Rewrite takenBack(Rewrite there, Predicate<? super Note> chosen) {
    Vector<Entry> taken = entries().filter(entry -> chosen.test(entry.note()));
    if (taken.size() == entries().size()) {
      return this;
    }
    if (before.constructs().isEmpty()) {
      return unchanged(before);
    }
    Set<Integer> staying =
        entries().filter(entry -> entry.isChange() && !taken.contains(entry)).map(entry -> indexThere(entry)).toJavaSet();
    Vector<Entry> said = taken.filter(entry -> !entry.isChange() || !staying.contains(indexThere(entry)));
    TreeSet<Integer> back = new TreeSet<>(said.filter(Entry::isChange).map(entry -> indexThere(entry)).asJava());
    Draft<Integer> draft = Draft.of(before, List.copyOf(back), indexes -> lineage.placesBack(there.lineage, after, before, indexes));
    return tracked(before, draft.after(), draft.lineage(), said, Map.of());
  }

  /** The index of a note's construct on the way there. */
  private int indexThere(Entry entry) {
    return undone.get().indexes().get(journal.indexWhere(other -> other == entry));
  }

  /**
   * The rewrite back: gives the file before, byte for byte, and has the notes of the way there. Where that has added
   * several constructs, each of them has the note.
   */
  public Rewrite undo() {
    if (undone.isDefined()) {
      return undone.get().rewrite();
    }
    if (!changed()) {
      return this;
    }
    Lineage back = lineage.reversed(before, after);
    boolean[] differs = back.differs(after, before);
    boolean[] differed = lineage.differs(before, after);
    Vector<Entry> said = Vector.empty();
    Vector<Integer> indexes = Vector.empty();
    // A change that a later step took back is none on the way back either, though something may be added beside it.
    for (Entry entry : journal.filter(entry -> !entry.isChange() || differed[entry.index()])) {
      for (int index : lineage.imagesThat(entry.index(), entry.isChange(), differs)) {
        Note note = entry.note().at(after.lineAt(index), Note.whole(after, index));
        said = said.append(new Entry(note, index, Entry.WHOLE));
        indexes = indexes.append(entry.index());
      }
    }
    return new Rewrite(after, before, back, said, Map.of(), Option.some(new WayThere(this, indexes)));
  }

  /** The change as a unified diff with three lines of context; empty where nothing changed. */
  public String diff() {
    return diff("Dockerfile");
  }

  /** The change as a unified diff of a file of this name. */
  public String diff(String name) {
    Given.notNull(name, "name");
    return changed() ? UnifiedDiff.of(name, lines()) : "";
  }

  /** The notes, one a line. */
  public String explain() {
    return notes().map(note -> note + "\n").mkString();
  }

  /**
   * This and then another one, which begins with the file that this ends with.
   *
   * @throws IllegalArgumentException where it does not
   */
  public Rewrite andThen(Rewrite next) {
    Given.notNull(next, "next");
    if (!next.before.equals(after)) {
      throw new IllegalArgumentException("the next rewrite does not begin where this one ends");
    }
    Lineage composed = lineage.andThen(next.lineage);
    Vector<Entry> all = journal.appendAll(next.journal.map(entry -> atOrigin(next.before, entry)));
    Dockerfile result = composed.sharing(before, next.after);
    return new Rewrite(before, result, composed, all, partsOf(next, composed), Option.none());
  }

  /** What a next step says, as said of this file: of the part that is meant where no step has touched the construct. */
  private Entry atOrigin(Dockerfile between, Entry entry) {
    int origin = lineage.origin(entry.index());
    Span whole = Note.whole(before, origin);
    Note note = entry.note();
    int moved = whole.start() - Note.whole(between, entry.index()).start();
    Span span =
        lineage.isTouched(entry.index())
            ? whole
            : new Span(note.span().start() + moved, note.span().end() + moved);
    return new Entry(note.at(before.lineAt(origin), span), origin, entry.group());
  }

  /** The parts of those constructs that only one of both steps has touched. */
  private Map<Integer, Vector<Part>> partsOf(Rewrite next, Lineage composed) {
    Map<Integer, Vector<Part>> all = new HashMap<>();
    next.parts.forEach(
        (index, there) -> {
          int origin = lineage.origin(index);
          if (!lineage.isTouched(index) && lineage.images(origin, after).size() == 1) {
            all.put(origin, there);
          }
        });
    parts.forEach(
        (index, here) -> {
          if (composed.images(index, next.after).equals(lineage.images(index, after))) {
            all.put(index, here);
          }
        });
    return all;
  }

  Lineage lineage() {
    return lineage;
  }

  Map<Integer, Vector<Part>> parts() {
    return parts;
  }

  /** The same with a name for what has no rule of its own, and for what failed. */
  Rewrite named(String name) {
    return with(
        journal.map(
            entry ->
                entry.with(
                    note ->
                        switch (note.rule()) {
                          case OWN_RULE -> note.ofRule(name);
                          case Attempt.FAILED -> note.because(name + ": " + note.reason());
                          default -> note;
                        })));
  }

  /** The same with a reason for the changes that have none. */
  Rewrite because(String reason) {
    return with(
        journal.map(entry -> entry.with(note -> note.unexplained() ? note.because(reason) : note)));
  }

  /** What was done and said in the stage of this name or number; nothing where there is none. */
  Rewrite inStage(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    return before
        .stages()
        .findLast(stage -> stage.name().contains(wanted) || String.valueOf(stage.number()).equals(wanted))
        .map(stage -> Selection.of(this, entry -> stage.start() <= entry.index() && entry.index() < stage.end()))
        .getOrElse(() -> unchanged(before));
  }

  Rewrite noting(Note more) {
    return with(journal.append(new Entry(more, 0, Entry.WHOLE)));
  }

  Rewrite with(Vector<Entry> other) {
    return new Rewrite(before, after, lineage, other, parts, Option.none());
  }

  private LineDiff lines() {
    return lines.get(() -> LineDiff.of(before.text(), after.text()));
  }

  /** It travels as the texts before and after, and what leads from one to the other. */
  private Object writeReplace() {
    return undone.isDefined()
        ? new Back(undone.get().rewrite())
        : new Forth(before, after, lineage, journal, parts);
  }

  private record Forth(
      Dockerfile before, Dockerfile after, Lineage lineage, Vector<Entry> journal, Map<Integer, Vector<Part>> parts)
      implements Serializable {

    private Object readResolve() {
      return new Rewrite(before, lineage.restored(before, after), lineage, journal, parts, Option.none());
    }
  }

  private record Back(Rewrite there) implements Serializable {

    private Object readResolve() {
      return there.undo();
    }
  }

  /** Equal where the files before and after and the notes are. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Rewrite that
        && before.equals(that.before)
        && after.equals(that.after)
        && notes().equals(that.notes());
  }

  @Override
  public int hashCode() {
    return Objects.hash(before, after);
  }

  /** The diff, and then the notes. */
  @Override
  public String toString() {
    return diff() + explain();
  }
}
