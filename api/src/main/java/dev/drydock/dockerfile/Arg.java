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

  /**
   * {@code ARG name}, without a default.
   *
   * @throws IllegalArgumentException where BuildKit would read another name, or a default
   */
  public static Arg of(String name) {
    return Written.words(Arg.class, "ARG", Vector.of(PairText.name(name)));
  }

  /**
   * {@code ARG name=value}; the default is quoted where needed, and its variables stay variables:
   * {@code Arg.of("IMAGE", "python:$VERSION")}.
   *
   * <p>A variable is {@code $NAME} or {@code ${…}} in BuildKit's own syntax; all else is text, also a backslash.
   *
   * @throws IllegalArgumentException where BuildKit would read another name or default, or could not expand it
   * @see #literal
   */
  public static Arg of(String name, String value) {
    return withDefault(PairText.name(name), PairText.value(value));
  }

  /**
   * {@code ARG name="value"} in which a dollar is a dollar: {@code Arg.literal("PRICE", "$5")}.
   *
   * @throws IllegalArgumentException where BuildKit would read another name or default
   */
  public static Arg literal(String name, String value) {
    return withDefault(PairText.literalName(name), PairText.literal(value));
  }

  private static Arg withDefault(String name, String value) {
    return Written.words(Arg.class, "ARG", Vector.of(name + "=" + value));
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
