package dev.drydock.shell;

import dev.drydock.text.Span;
import dev.drydock.text.TextEdit;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Chooses among several commands, or arguments of commands, those that can be cut at one time: what goes with a command
 * depends on the commands next to it, so that of two neighbours the second has to wait. Commands that {@code &&} joins go
 * as one.
 */
final class CutRounds {

  private final ShellScript script;
  private final String enclosing;
  private final Map<SimpleCommand, ? extends Seq<Word>> parts;

  /** The commands that are to go as a whole, by their places. */
  private final IdentityHashMap<Element, SimpleCommand> whole = new IdentityHashMap<>();

  private final List<TextEdit> cuts = new ArrayList<>();
  private final List<SimpleCommand> gone = new ArrayList<>();

  /** The ends of the ranges that are taken, by their starts, in the coordinates of the enclosing text. */
  private final TreeMap<Integer, Integer> taken = new TreeMap<>();

  private CutRounds(ShellScript script, String enclosing, Map<SimpleCommand, ? extends Seq<Word>> parts) {
    this.script = script;
    this.enclosing = enclosing;
    this.parts = parts;
    parts.forEach(
        (command, arguments) -> {
          if (arguments.isEmpty() && command.place().command() == command) {
            whole.put(command.place(), command);
          }
        });
  }

  static Tuple2<Vector<TextEdit>, Vector<SimpleCommand>> first(
      ShellScript script, String enclosing, Map<SimpleCommand, ? extends Seq<Word>> parts) {
    CutRounds round = new CutRounds(script, enclosing, parts);
    round.choose();
    round.cuts.sort(Comparator.comparingInt(TextEdit::start));
    return Tuple.of(Vector.ofAll(round.cuts), Vector.ofAll(round.gone));
  }

  private void choose() {
    Set<SimpleCommand> looked = Collections.newSetFromMap(new IdentityHashMap<>());
    for (SimpleCommand command : parts.keySet()) {
      if (looked.contains(command)) {
        continue;
      }
      Vector<SimpleCommand> unit = joined(command);
      Vector<TextEdit> own = cuts(unit);
      if (own.isEmpty() && unit.size() > 1) {
        unit = Vector.of(command);
        own = cuts(unit);
      }
      unit.forEach(looked::add);
      if (own.nonEmpty()) {
        take(unit, own);
      }
    }
  }

  /** The arguments of a command that are to go; none where the whole command is. */
  private Seq<Word> arguments(SimpleCommand command) {
    Seq<Word> arguments = parts.get(command);
    return arguments == null ? Vector.empty() : arguments;
  }

  private Vector<TextEdit> cuts(Vector<SimpleCommand> unit) {
    return unit.size() > 1
        ? script.cuts(enclosing, unit)
        : script.cuts(enclosing, unit.head(), arguments(unit.head()));
  }

  /** A command with those next to it that are to go, too, and that {@code &&} joins to it; alone where nothing else is left. */
  private Vector<SimpleCommand> joined(SimpleCommand command) {
    Element place = command.place();
    if (whole.get(place) != command) {
      return Vector.of(command);
    }
    Block block = place.block();
    int first = place.index();
    while (first > 0 && goesWithNext(block, first - 1)) {
      first--;
    }
    int last = place.index();
    while (last + 1 < block.size() && goesWithNext(block, last)) {
      last++;
    }
    boolean leavesSome = first > 0 || last + 1 < block.size();
    return leavesSome
        ? Vector.rangeClosed(first, last).map(index -> whole.get(block.element(index)))
        : Vector.of(command);
  }

  private boolean goesWithNext(Block block, int index) {
    return block.element(index).after() == Connector.AND
        && whole.containsKey(block.element(index))
        && whole.containsKey(block.element(index + 1));
  }

  private void take(Vector<SimpleCommand> unit, Vector<TextEdit> own) {
    boolean isWhole = arguments(unit.head()).isEmpty();
    Span range = isWhole ? widened(unit, own) : new Span(own.head().start(), own.last().end());
    if (isFree(range) && !(isWhole && isBesideCut(unit))) {
      own.forEach(cuts::add);
      unit.forEach(gone::add);
      taken.merge(range.start(), range.end(), Math::max);
    }
  }

  /** What the cuts of whole commands may change: they themselves, and what would do nothing any more. */
  private static Span widened(Vector<SimpleCommand> unit, Vector<TextEdit> own) {
    Span first = span(emptied(unit.head().place()));
    Span last = span(emptied(unit.last().place()));
    return new Span(
        Math.min(own.head().start(), first.start()), Math.max(own.last().end(), last.end()));
  }

  /** The widest compound command around a command that would be left without any command, or the command itself. */
  private static Element emptied(Element place) {
    Element widest = place;
    Element owner = widest.block().owner();
    while (widest.block().size() == 1 && owner != null) {
      widest = owner;
      owner = widest.block().owner();
    }
    return widest;
  }

  private static Span span(Element element) {
    return element.block().source().span(element.start(), element.end());
  }

  /** Whether nothing is cut in a range yet. */
  private boolean isFree(Span range) {
    Map.Entry<Integer, Integer> before = taken.lowerEntry(range.end());
    return before == null || before.getValue() <= range.start();
  }

  /** Whether a neighbour of these commands is cut as a whole: cutting some of its words does not matter. */
  private boolean isBesideCut(Vector<SimpleCommand> unit) {
    Element first = emptied(unit.head().place());
    Element last = emptied(unit.last().place());
    Block block = first.block();
    return (first.index() > 0 && isCut(block.element(first.index() - 1)))
        || (last.index() + 1 < block.size() && isCut(block.element(last.index() + 1)));
  }

  private boolean isCut(Element element) {
    Span span = span(element);
    Map.Entry<Integer, Integer> range = taken.floorEntry(span.start());
    return element.end() > element.start() && range != null && range.getValue() >= span.end();
  }
}
