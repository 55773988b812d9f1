package dev.drydock.transform;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.text.TextEdit;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * The edits of one construct, put together in their order. What a later one adds stands outside. Of replacements each
 * changes a range of the construct's text; one whose range overlaps that of an earlier one is refused.
 */
final class Combination {

  private final Construct construct;
  private Vector<Construct> before = Vector.empty();
  private Vector<Construct> after = Vector.empty();
  private Option<Vector<Construct>> replacement = Option.none();
  private final List<TextEdit> changes = new ArrayList<>();
  private final List<Edit> refused = new ArrayList<>();

  private Combination(Construct construct) {
    this.construct = construct;
  }

  static Combination of(Construct construct, Iterable<Edit> edits) {
    Combination all = new Combination(construct);
    edits.forEach(all::add);
    return all;
  }

  /** What stands in the construct's place and beside it afterwards. */
  Vector<Construct> result() {
    return before.appendAll(replacement.getOrElse(() -> Vector.of(construct))).appendAll(after);
  }

  /** The edits that change what an earlier one has changed already. */
  List<Edit> refused() {
    return refused;
  }

  private void add(Edit edit) {
    Option<Vector<Construct>> by = edit.replacement();
    if (by.isDefined() && !replaces(by.get())) {
      refused.add(edit);
      return;
    }
    before = edit.addedBefore().appendAll(before);
    after = after.appendAll(edit.addedAfter());
  }

  private boolean replaces(Vector<Construct> by) {
    if (replacement.isEmpty() || replacement.get().equals(by)) {
      replacement = Option.some(by);
      return true;
    }
    if (changes.isEmpty()) {
      changed(replacement.get()).forEach(changes::add);
    }
    Option<TextEdit> more = changed(by);
    if (changes.isEmpty() || more.isEmpty() || changes.stream().anyMatch(change -> overlap(change, more.get()))) {
      return more.exists(edit -> edit.start() == edit.end() && edit.replacement().isEmpty());
    }
    changes.add(more.get());
    changes.sort((one, other) -> Integer.compare(one.start(), other.start()));
    Option<Construct> merged = read(TextEdit.apply(body(construct.text()), changes) + ending(construct.text()));
    if (merged.isEmpty()) {
      changes.remove(more.get());
      return false;
    }
    replacement = merged.map(Vector::of);
    return true;
  }

  /** The one range in which the text of another construct of the same kind differs. */
  private Option<TextEdit> changed(Vector<Construct> by) {
    return Option.when(by.size() == 1 && by.head().getClass() == construct.getClass(), by)
        .map(one -> difference(body(construct.text()), body(one.head().text())));
  }

  /** A text without the line ending that closes it, which is the file's to choose. */
  private static String body(String text) {
    return text.substring(0, text.length() - ending(text).length());
  }

  private static String ending(String text) {
    return text.endsWith("\r\n") ? "\r\n" : text.endsWith("\n") ? "\n" : "";
  }

  private static TextEdit difference(String old, String now) {
    int shorter = Math.min(old.length(), now.length());
    int head = 0;
    while (head < shorter && old.charAt(head) == now.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head && old.charAt(old.length() - 1 - tail) == now.charAt(now.length() - 1 - tail)) {
      tail++;
    }
    return new TextEdit(head, old.length() - tail, now.substring(head, now.length() - tail));
  }

  /** Two insertions at one place do not overlap: they stand in the order of their edits. */
  private static boolean overlap(TextEdit one, TextEdit other) {
    return one.start() < other.end() && other.start() < one.end();
  }

  /** An instruction of this text, with the line ending and the escape character of the construct, if it is one of its kind. */
  private Option<Construct> read(String text) {
    if (!(construct instanceof Instruction instruction)) {
      return Option.none();
    }
    try {
      Instruction made = instruction.withText(text);
      return Option.when(made.getClass() == construct.getClass(), made);
    } catch (IllegalArgumentException notOneInstruction) {
      return Option.none();
    }
  }
}
