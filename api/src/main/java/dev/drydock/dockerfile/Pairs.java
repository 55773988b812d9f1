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
    Vector<Argument> arguments = instruction.parts().arguments;
    for (int i = 0; i + 1 < arguments.size(); i += 3) {
      pairs = pairs.put(arguments.get(i).value(), arguments.get(i + 1).value());
    }
    return pairs;
  }

  /** The instruction without the pairs whose key is chosen; none where no pair would be left. */
  static Option<Instruction> without(Instruction instruction, Predicate<? super String> keys) {
    Vector<Argument> arguments = instruction.parts().arguments;
    Vector<Span> gone = Vector.empty();
    int pairs = 0;
    for (int i = 0; i + 1 < arguments.size(); i += 3) {
      pairs++;
      if (keys.test(arguments.get(i).value())) {
        gone = gone.append(new Span(arguments.get(i).span().start(), arguments.get(i + 1).span().end()));
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
