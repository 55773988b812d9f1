package dev.drydock.transform;

import dev.drydock.given.Given;
import dev.drydock.diff.LineDiff;
import dev.drydock.diff.Matching;
import dev.drydock.diff.UnifiedDiff;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.text.TextEdit;
import dev.drydock.view.View;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a transform made of a Dockerfile: the file before, the file after, and notes on why. Lines in notes are lines
 * of the file before, through any composition.
 */
public final class Rewrite {

  /** The rule id of notes whose transform gave none. */
  static final String OWN_RULE = "transform";

  private final Dockerfile before;
  private final Dockerfile after;

  /** For each construct after: the index of the one before that it came from, or that it was added beside. */
  private final int[] origins;

  /** All that was said, also of changes that a later step took back. */
  private final Vector<Note> journal;

  private final View<Vector<Note>> notes = new View<>();
  private final View<LineDiff> lines = new View<>();

  private Rewrite(Dockerfile before, Dockerfile after, int[] origins, Vector<Note> journal) {
    this.before = before;
    this.after = after;
    this.origins = origins;
    this.journal = journal;
  }

  /** The rewrite that changes nothing and says nothing. */
  public static Rewrite unchanged(Dockerfile dockerfile) {
    Given.notNull(dockerfile, "dockerfile");
    return new Rewrite(dockerfile, dockerfile, range(dockerfile), Vector.empty());
  }

  /** The rewrite from one file to another; each construct that differs is noted. */
  public static Rewrite of(Dockerfile before, Dockerfile after) {
    Given.notNull(after, "after");
    Given.notNull(before, "before");
    return before.equals(after)
        ? unchanged(before)
        : tracked(before, after, origins(before, after), Vector.empty());
  }

  /** The rewrite of known origins: what differs without a note gets one, what is as before is the same instance. */
  static Rewrite tracked(Dockerfile before, Dockerfile after, int[] origins, Vector<Note> journal) {
    Dockerfile result = sharing(before, after, origins);
    boolean[] differs = differs(before, result, origins);
    for (Note note : journal) {
      if (note.kind() == Note.Kind.CHANGED) {
        differs[indexAt(before, note.line())] = false;
      }
    }
    Vector<Note> complete = journal;
    for (int i = 0; i < differs.length; i++) {
      if (differs[i]) {
        complete = complete.append(plain(before, i));
      }
    }
    return new Rewrite(before, result, origins, complete);
  }

  private static Note plain(Dockerfile before, int index) {
    String text = before.constructs().isEmpty() ? "" : before.constructs().get(index).text().strip();
    int feed = text.indexOf('\n');
    String subject = feed < 0 ? text : text.substring(0, feed).strip();
    return new Note(
        Note.Kind.CHANGED,
        OWN_RULE,
        before.lineAt(index),
        subject.length() > 60 ? subject.substring(0, 60) + "…" : subject,
        "was rewritten, or something was added beside it");
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

  /** What there is to say, in the order of the steps, and within each of the file. */
  public Vector<Note> notes() {
    return notes.get(this::notesThatHold);
  }

  private Vector<Note> notesThatHold() {
    boolean[] differs = differs(before, after, origins);
    return journal.filter(note -> note.kind() != Note.Kind.CHANGED || differs[indexAt(before, note.line())]);
  }

  /** The notes of one kind. */
  public Vector<Note> notes(Note.Kind kind) {
    Given.notNull(kind, "kind");
    return notes().filter(note -> note.kind() == kind);
  }

  /** Text edits that turn the text before into the text after; in ascending order, without overlap. */
  public Vector<TextEdit> edits() {
    return lines().edits();
  }

  /** The rewrite back: gives the file before, byte for byte. */
  public Rewrite undo() {
    return changed() ? of(after, before) : this;
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

  /** The notes, one a line, sorted by line. */
  public String explain() {
    return notes()
        .sorted(Comparator.comparingInt(Note::line))
        .map(Note::toString)
        .mkString("", "\n", notes().isEmpty() ? "" : "\n");
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
    int[] composed = new int[next.origins.length];
    for (int i = 0; i < composed.length; i++) {
      composed[i] = origin(next.origins[i]);
    }
    Vector<Note> all =
        journal.appendAll(
            next.journal.map(
                note -> note.atLine(lineOf(origin(indexAt(next.before, note.line()))))));
    return new Rewrite(before, sharing(before, next.after, composed), composed, all);
  }

  private int origin(int index) {
    return index < origins.length ? origins[index] : 0;
  }

  private int lineOf(int index) {
    return before.lineAt(index);
  }

  Rewrite named(String name) {
    return new Rewrite(
        before,
        after,
        origins,
        journal.map(note -> note.rule().equals(OWN_RULE) ? note.ofRule(name) : note));
  }

  Rewrite noting(Seq<Note> more) {
    return new Rewrite(before, after, origins, journal.appendAll(more));
  }

  private LineDiff lines() {
    return lines.get(() -> LineDiff.of(before.text(), after.text()));
  }

  /** The file after with the instances of the file before wherever a construct is as it was. */
  private static Dockerfile sharing(Dockerfile before, Dockerfile after, int[] origins) {
    if (after == before || after.equals(before)) {
      return before;
    }
    int[] images = images(before, origins);
    List<Construct> shared = new ArrayList<>(origins.length);
    boolean other = false;
    int i = 0;
    for (Construct construct : after.constructs()) {
      int origin = origins[i++];
      Construct was = before.constructs().isEmpty() ? construct : before.constructs().get(origin);
      Construct kept = images[origin] == 1 && was.equals(construct) ? was : construct;
      other |= kept != construct;
      shared.add(kept);
    }
    return other ? after.withConstructs(shared) : after;
  }

  private static boolean[] differs(Dockerfile before, Dockerfile after, int[] origins) {
    boolean[] differs = new boolean[Math.max(1, before.constructs().size())];
    if (after == before) {
      return differs;
    }
    int[] images = images(before, origins);
    for (int i = 0; i < differs.length; i++) {
      differs[i] = images[i] != 1;
    }
    int i = 0;
    for (Construct construct : after.constructs()) {
      int origin = origins[i++];
      differs[origin] |= before.constructs().isEmpty() || before.constructs().get(origin) != construct;
    }
    return differs;
  }

  private static int[] images(Dockerfile before, int[] origins) {
    int[] images = new int[Math.max(1, before.constructs().size())];
    for (int origin : origins) {
      images[origin]++;
    }
    return images;
  }

  private static int[] range(Dockerfile dockerfile) {
    int[] range = new int[dockerfile.constructs().size()];
    for (int i = 0; i < range.length; i++) {
      range[i] = i;
    }
    return range;
  }

  /** Matches constructs by text; what is new belongs to what it stands before, at the end to what it stands behind. */
  private static int[] origins(Dockerfile before, Dockerfile after) {
    Map<Construct, Integer> ids = new HashMap<>();
    int[] old = ids(before, ids);
    int[] now = ids(after, ids);
    int[] origins = Matching.of(old, now);
    int last = Math.max(0, old.length - 1);
    int next = last;
    for (int i = origins.length - 1; i >= 0; i--) {
      if (origins[i] < 0) {
        origins[i] = next;
      } else {
        next = origins[i];
      }
    }
    return origins;
  }

  private static int[] ids(Dockerfile dockerfile, Map<Construct, Integer> ids) {
    int[] all = new int[dockerfile.constructs().size()];
    int i = 0;
    for (Construct construct : dockerfile.constructs()) {
      Integer id = ids.putIfAbsent(construct, ids.size());
      all[i++] = id == null ? ids.size() - 1 : id;
    }
    return all;
  }

  /** The index of the construct that begins on this line, or that the line belongs to. */
  private static int indexAt(Dockerfile dockerfile, int line) {
    int low = 0;
    int high = Math.max(0, dockerfile.constructs().size() - 1);
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (dockerfile.lineAt(middle) <= line) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
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

  /** The notes. */
  @Override
  public String toString() {
    return explain();
  }
}
