package dev.drydock.transform;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes edits in a Dockerfile, all in one splice, and notes where each construct came from. What cannot be made is not
 * made, and a note says so.
 */
final class Edits {

  private static final String CANNOT_STAND = "edit/cannot-stand";
  private static final String CONFLICT = "edit/conflict";
  private static final String MISPLACED = "edit/misplaced";
  private static final String CHANGED_BY_ANOTHER = "another edit changes the same part of it";

  private final Dockerfile before;
  private final TreeMap<Integer, List<Placed>> placed = new TreeMap<>();
  private final List<Note> misplaced = new ArrayList<>();

  /** An edit of the construct at an index, by its number among those of the construct. */
  private record Placed(int index, int number, Rewrite.Part part) {

    Edit edit() {
      return part.edit();
    }

    int group() {
      return part.group();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Placed one && index == one.index && number == one.number && part.equals(one.part);
    }

    @Override
    public int hashCode() {
      return 31 * index + number;
    }
  }

  private Edits(Dockerfile before) {
    this.before = before;
  }

  static Rewrite apply(Dockerfile before, List<Edit> edits) {
    if (edits.isEmpty()) {
      return Rewrite.unchanged(before);
    }
    Edits all = new Edits(before);
    edits.forEach(all::place);
    return all.made();
  }

  private void place(Edit edit) {
    Option<Construct> target = edit.target();
    if (target.exists(before::contains)) {
      int index = before.index(target.get());
      List<Placed> there = placed.computeIfAbsent(index, none -> new ArrayList<>());
      int number = there.size();
      there.add(new Placed(index, number, new Rewrite.Part(edit, edit.isApart() ? number + 1 : 0)));
    } else if (target.isDefined()) {
      misplaced.add(misplaced(edit, "its construct is not in the file"));
    } else if (edit.edits()) {
      misplaced.add(misplaced(edit, "it names no construct with at(…)"));
    } else {
      edit.remarks().forEach(remark -> misplaced.add(remark.ofFile(before)));
    }
  }

  private Note misplaced(Edit edit, String why) {
    return Note.of(Note.Kind.WARNING, MISPLACED, before, 0, "", notMade(edit, why));
  }

  private Rewrite made() {
    List<Placed> wanted = new ArrayList<>();
    placed.values().forEach(there -> there.stream().filter(one -> one.edit().edits()).forEach(wanted::add));
    Draft<Placed> draft = Draft.of(before, wanted, this::results);
    List<Rewrite.Entry> journal = new ArrayList<>();
    misplaced.forEach(note -> journal.add(new Rewrite.Entry(note, 0, Rewrite.Entry.WHOLE)));
    Map<Integer, Vector<Rewrite.Part>> parts = new HashMap<>();
    placed.forEach(
        (index, there) -> {
          List<Edit> conflicts = there.size() == 1 ? List.of() : combined(there, draft.made()).refused();
          there.forEach(one -> say(one, draft, isOneOf(conflicts, one), journal));
          if (there.stream().anyMatch(one -> one.group() > 0)) {
            parts.put(
                index,
                Vector.ofAll(there)
                    .filter(one -> draft.made().contains(one) && !isOneOf(conflicts, one))
                    .map(Placed::part));
          }
        });
    return Rewrite.tracked(before, draft.after(), draft.lineage(), Vector.ofAll(journal), parts);
  }

  private static boolean isOneOf(List<Edit> edits, Placed one) {
    return edits.stream().anyMatch(edit -> edit == one.edit());
  }

  private Map<Integer, Vector<Construct>> results(Set<Placed> made) {
    Map<Integer, Vector<Construct>> results = new HashMap<>();
    made.forEach(one -> results.computeIfAbsent(one.index(), index -> combined(Objects.requireNonNull(placed.get(index)), made).result()));
    return results;
  }

  private Combination combined(List<Placed> there, Set<Placed> made) {
    return Combination.of(
        before.constructs().get(there.get(0).index()),
        there.stream().filter(made::contains).map(Placed::edit).toList());
  }

  private void say(Placed one, Draft<Placed> draft, boolean conflict, List<Rewrite.Entry> journal) {
    String refused = draft.refused().get(one);
    String text = before.constructs().get(one.index()).text();
    for (Remark remark : one.edit().remarks()) {
      if (remark.kind() != Note.Kind.CHANGED || (refused == null && !conflict)) {
        journal.add(new Rewrite.Entry(remark.of(before, one.index(), text), one.index(), one.group()));
      }
    }
    if (refused != null) {
      journal.add(refusal(one, Note.Kind.KEPT, CANNOT_STAND, refused));
    } else if (conflict) {
      journal.add(refusal(one, Note.Kind.WARNING, CONFLICT, CHANGED_BY_ANOTHER));
    }
  }

  /** What there is to say of an edit whose place another one has taken. */
  static Remark conflict(Edit edit) {
    return new Remark(Note.Kind.WARNING, CONFLICT, Option.none(), "", notMade(edit, CHANGED_BY_ANOTHER));
  }

  private static String notMade(Edit edit, String why) {
    return "this edit was not made, since " + why + ": " + edit;
  }

  private Rewrite.Entry refusal(Placed one, Note.Kind kind, String rule, String why) {
    String reason = notMade(one.edit(), why);
    Note note = Note.of(kind, rule, before, one.index(), Note.firstLine(before, one.index()), reason);
    return new Rewrite.Entry(note, one.index(), one.group());
  }
}
