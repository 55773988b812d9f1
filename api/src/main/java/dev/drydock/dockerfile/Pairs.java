package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.text.Span;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;

/** The key and value pairs of ENV and LABEL, whose arguments are key, value and separator in turn. */
final class Pairs {

  private Pairs() {}

  static Map<String, String> of(Instruction instruction) {
    Map<String, String> pairs = LinkedHashMap.empty();
    Vector<String> arguments = instruction.arguments();
    for (int i = 0; i + 1 < arguments.size(); i += 3) {
      pairs = pairs.put(arguments.get(i), arguments.get(i + 1));
    }
    return pairs;
  }

  /** The value of the last pair of this name, as a caller would give it. */
  static Option<String> value(Instruction instruction, String name) {
    return of(instruction).get(name).map(value -> PairText.unquoted(value, instruction.escape()));
  }

  /** The instruction with this pair: the value of the last of this name is replaced, or the pair is added behind. */
  static Instruction with(Instruction instruction, PairText pair) {
    Vector<String> arguments = instruction.arguments();
    PairText laid = laidOut(instruction, pair);
    Instruction made = null;
    for (int i = arguments.size() - 3; i >= 0 && made == null; i -= 3) {
      if (arguments.get(i).equals(pair.name())) {
        made = instruction.spliced(instruction.parts().argumentSpan(i + 1), laid.value());
      }
    }
    if (made == null) {
      requireNotLegacy(instruction);
      made = ArgumentLayout.withAdded(instruction, laid.text());
    }
    if (!of(made).equals(of(instruction).put(pair.name(), laid.value()))) {
      throw Given.refused("value", "a value that BuildKit reads again as it is", pair.value());
    }
    return made;
  }

  /** A pair with the escape character of the file. */
  static PairText laidOut(Instruction instruction, PairText pair) {
    if (instruction.escape() == '\\') {
      return pair;
    }
    Env env = InstructionWriter.pairs(Env.class, "ENV", Vector.of(pair));
    return new PairText(pair.name(), ((Env) Detached.laidOut(env, instruction.source)).arguments().get(1));
  }

  /** {@code ENV KEY rest of the line} holds one variable, to the end of the line. */
  private static void requireNotLegacy(Instruction instruction) {
    if (instruction.arguments().size() < 3 || !instruction.argument(2).equals("=")) {
      throw Given.refused(
          "name",
          "the name that is there, since " + instruction.keyword() + " without = holds one pair",
          instruction.text().strip());
    }
  }

  /** The instruction without the pairs of this name, of which one must be left. */
  static Instruction without(Instruction instruction, String name) {
    Given.notNull(name, "name");
    return without(instruction, name::equals)
        .getOrElseThrow(
            () ->
                Given.refused(
                    "name",
                    "one of several, since no " + instruction.keyword() + " is empty; remove the instruction",
                    name));
  }

  /** The instruction without the pairs whose key is chosen; none where no pair would be left. */
  static Option<Instruction> without(Instruction instruction, Predicate<? super String> keys) {
    InstructionParts parts = instruction.parts();
    Vector<String> arguments = parts.arguments;
    Vector<Span> gone = Vector.empty();
    int pairs = 0;
    for (int i = 0; i + 1 < arguments.size(); i += 3) {
      pairs++;
      if (keys.test(arguments.get(i))) {
        gone = gone.append(new Span(parts.argumentSpan(i).start(), parts.argumentSpan(i + 1).end()));
      }
    }
    if (gone.isEmpty()) {
      return Option.some(instruction);
    }
    return gone.size() == pairs
        ? Option.none()
        : Option.some(instruction.likeThis(LineLayout.without(instruction, gone)));
  }
}
