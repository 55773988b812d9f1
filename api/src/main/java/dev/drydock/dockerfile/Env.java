package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.Kind;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;

/**
 * {@code ENV key=value…}, or the legacy {@code ENV key value}: sets variables for the rest of the stage and the image.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/parser/line_parsers.go}, {@code parseNameVal}.
 */
public final class Env extends Instruction {

  Env(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.ENV;
  }

  /**
   * {@code ENV name=value}; the value is quoted where needed, and its variables stay variables:
   * {@code Env.of("PATH", "/venv/bin:$PATH")}.
   *
   * <p>A variable is {@code $NAME} or {@code ${…}} in BuildKit's own syntax; all else is text, also a backslash.
   *
   * @throws IllegalArgumentException where BuildKit would read another name or value, or could not expand it
   * @see #literal(String, String)
   */
  public static Env of(String name, String value) {
    return InstructionWriter.pairs(Env.class, "ENV", Vector.of(PairText.of(name, value)));
  }

  /**
   * Several variables, one a line: in the order of a {@code LinkedHashMap} or a {@code SortedMap}, else by their names.
   * None sees the value that another one gets here.
   *
   * @throws IllegalArgumentException where there is none, or one cannot be written
   * @see #of(String, String)
   */
  public static Env of(java.util.Map<String, String> variables) {
    return InstructionWriter.pairs(Env.class, "ENV", PairText.of(variables, "variables"));
  }

  /**
   * {@code ENV name="value"} in which a dollar is a dollar: {@code Env.literal("PRICE", "$5")}.
   *
   * @throws IllegalArgumentException where BuildKit would read another name or value
   */
  public static Env literal(String name, String value) {
    return InstructionWriter.pairs(Env.class, "ENV", Vector.of(PairText.literal(name, value)));
  }

  /** Several variables, one a line, in whose values a dollar is a dollar; in the order of {@link #of(java.util.Map)}. */
  public static Env literal(java.util.Map<String, String> variables) {
    return InstructionWriter.pairs(Env.class, "ENV", PairText.literal(variables, "variables"));
  }

  /**
   * With this variable: it has the new value where it is here already, and stands behind the others where it is not.
   * The rest keeps its text.
   *
   * @throws IllegalArgumentException where it cannot be written, or would be a second one of the form {@code ENV A b}
   */
  public Env with(String name, String value) {
    return (Env) Pairs.with(this, PairText.of(name, value));
  }

  /** As {@link #with}, with a value in which a dollar is a dollar. */
  public Env withLiteral(String name, String value) {
    return (Env) Pairs.with(this, PairText.literal(name, value));
  }

  /**
   * The value of this name, the last where it has several: without quotes and escapes, and with its variables. So {@code
   * with(name, value)} has this value.
   */
  public Option<String> value(String name) {
    return Pairs.value(this, Given.notNull(name, "name"));
  }

  /** Key and value pairs in order; values as written, with their quotes and variables. */
  public Map<String, String> variables() {
    return Pairs.of(this);
  }

  /**
   * Without the variable of this name; the same where it has none. The rest keeps its text.
   *
   * @throws IllegalArgumentException where nothing would be left: then it is the instruction that is to be removed
   */
  public Env without(String name) {
    return (Env) Pairs.without(this, name);
  }

  /**
   * Without these variables; none where nothing would be left.
   *
   * <p>The legacy form holds one variable only.
   */
  public Option<Env> without(Predicate<? super String> keys) {
    Given.notNull(keys, "keys");
    return Pairs.without(this, keys).map(Env.class::cast);
  }
}
