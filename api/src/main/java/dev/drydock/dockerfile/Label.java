package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.Kind;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * {@code LABEL key=value…}: metadata of the image.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/parser/line_parsers.go}, {@code parseNameVal}.
 */
public final class Label extends Instruction {

  Label(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.LABEL;
  }

  /**
   * {@code LABEL name=value}; the value is quoted where needed, and its variables stay variables:
   * {@code Label.of("version", "$VERSION")}.
   *
   * <p>A variable is {@code $NAME} or {@code ${…}} in BuildKit's own syntax; all else is text, also a backslash.
   *
   * @throws IllegalArgumentException where BuildKit would read another name or value, or could not expand it
   * @see #literal(String, String)
   */
  public static Label of(String name, String value) {
    return InstructionWriter.pairs(Label.class, "LABEL", Vector.of(PairText.of(name, value)));
  }

  /**
   * Several labels, one a line: in the order of a {@code LinkedHashMap} or a {@code SortedMap}, else by their names.
   *
   * @throws IllegalArgumentException where there is none, or one cannot be written
   * @see #of(String, String)
   */
  public static Label of(java.util.Map<String, String> labels) {
    return InstructionWriter.pairs(Label.class, "LABEL", PairText.of(labels, "labels"));
  }

  /**
   * {@code LABEL name="value"} in which a dollar is a dollar: {@code Label.literal("price", "$5")}.
   *
   * @throws IllegalArgumentException where BuildKit would read another name or value
   */
  public static Label literal(String name, String value) {
    return InstructionWriter.pairs(Label.class, "LABEL", Vector.of(PairText.literal(name, value)));
  }

  /** Several labels, one a line, in whose values a dollar is a dollar; in the order of {@link #of(java.util.Map)}. */
  public static Label literal(java.util.Map<String, String> labels) {
    return InstructionWriter.pairs(Label.class, "LABEL", PairText.literal(labels, "labels"));
  }

  /**
   * With this label: it has the new value where it is here already, and stands behind the others where it is not. The
   * rest keeps its text.
   *
   * @throws IllegalArgumentException where it cannot be written, or would be a second one of the form {@code LABEL A b}
   */
  public Label with(String name, String value) {
    return (Label) Pairs.with(this, PairText.of(name, value));
  }

  /** As {@link #with}, with a value in which a dollar is a dollar. */
  public Label withLiteral(String name, String value) {
    return (Label) Pairs.with(this, PairText.literal(name, value));
  }

  /**
   * The value of this name, the last where it has several: without quotes and escapes, and with its variables. So {@code
   * with(name, value)} has this value.
   */
  public Option<String> value(String name) {
    return Pairs.value(this, Given.notNull(name, "name"));
  }

  /**
   * Without the label of this name; the same where it has none. The rest keeps its text.
   *
   * @throws IllegalArgumentException where nothing would be left: then it is the instruction that is to be removed
   */
  public Label without(String name) {
    return (Label) Pairs.without(this, name);
  }

  /** Key and value pairs in order; values as written, with their quotes and variables. */
  public Map<String, String> labels() {
    return Pairs.of(this);
  }
}
