package dev.drydock.dockerfile;

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
        : Option.some(instruction.withText(LineLayout.without(instruction, gone)));
  }
}
