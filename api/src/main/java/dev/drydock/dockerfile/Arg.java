package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * {@code ARG name[=default]…}: a build argument; before the first FROM it is known to FROM lines only.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseArg}.
 */
public final class Arg extends Instruction {

  Arg(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.ARG;
  }

  /** {@code ARG name}, without a default. */
  public static Arg of(String name) {
    return Written.words(Arg.class, "ARG", Vector.of(name));
  }

  /** {@code ARG name="value"}; the default is quoted. */
  public static Arg of(String name, String value) {
    return Written.words(Arg.class, "ARG", Vector.of(name + "=" + Pairs.quoted(value)));
  }

  /** Names and their defaults as written, in order. */
  public Map<String, Option<String>> defaults() {
    Map<String, Option<String>> defaults = LinkedHashMap.empty();
    for (String argument : arguments()) {
      int equals = argument.indexOf('=');
      defaults =
          equals < 0
              ? defaults.put(argument, Option.none())
              : defaults.put(argument.substring(0, equals), Option.some(argument.substring(equals + 1)));
    }
    return defaults;
  }
}
