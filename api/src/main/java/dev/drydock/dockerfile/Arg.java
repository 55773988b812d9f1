package dev.drydock.dockerfile;

import dev.drydock.given.Given;
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
    return InstructionWriter.words(Arg.class, "ARG", Vector.of(PairText.name(name)));
  }

  /**
   * {@code ARG name=value}; the default is quoted where needed, and its variables stay variables:
   * {@code Arg.of("IMAGE", "python:$VERSION")}.
   *
   * <p>A variable is {@code $NAME} or {@code ${…}} in BuildKit's own syntax; all else is text, also a backslash.
   *
   * @throws IllegalArgumentException where BuildKit would read another name or default, or could not expand it
   * @see #literal(String, String)
   */
  public static Arg of(String name, String value) {
    return ofPairs(Vector.of(PairText.of(name, value)));
  }

  /**
   * Several arguments with defaults, one a line: in the order of a {@code LinkedHashMap} or a {@code SortedMap}, else
   * by their names.
   *
   * @throws IllegalArgumentException where there is none, or one cannot be written
   * @see #of(String, String)
   */
  public static Arg of(java.util.Map<String, String> defaults) {
    return ofPairs(PairText.of(defaults, "defaults"));
  }

  /**
   * {@code ARG name="value"} in which a dollar is a dollar: {@code Arg.literal("PRICE", "$5")}.
   *
   * @throws IllegalArgumentException where BuildKit would read another name or default
   */
  public static Arg literal(String name, String value) {
    return ofPairs(Vector.of(PairText.literal(name, value)));
  }

  private static Arg ofPairs(Vector<PairText> pairs) {
    Vector<String> texts = pairs.map(PairText::text);
    return InstructionWriter.require(Arg.class, "ARG " + texts.mkString(" \\\n    "), texts, false);
  }

  /** With this argument, without a default; the rest keeps its text. */
  public Arg with(String name) {
    return withWord(PairText.name(name), name);
  }

  /** With this argument and its default: a new default where the argument is here already. The rest keeps its text. */
  public Arg with(String name, String value) {
    PairText pair = Pairs.laidOut(this, PairText.of(name, value));
    return withWord(pair.name(), pair.text());
  }

  /** As {@link #with(String, String)}, with a default in which a dollar is a dollar. */
  public Arg withLiteral(String name, String value) {
    PairText pair = Pairs.laidOut(this, PairText.literal(name, value));
    return withWord(pair.name(), pair.text());
  }

  private Arg withWord(String name, String text) {
    Vector<String> arguments = arguments();
    int there = arguments.lastIndexWhere(argument -> argument.equals(name) || argument.startsWith(name + "="));
    Arg made =
        there >= 0
            ? (Arg) spliced(parts().argumentSpan(there), text)
            : (Arg) ArgumentLayout.withAdded(this, text);
    Vector<String> wanted = there >= 0 ? arguments.update(there, text) : arguments.append(text);
    if (!made.arguments().equals(wanted)) {
      throw Given.refused("value", "a default that BuildKit reads again as it is", text);
    }
    return made;
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
