package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.Map;
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
   * {@code ENV key=value}; the value is quoted where needed, and its variables stay variables:
   * {@code Env.of("PATH", "/venv/bin:$PATH")}.
   *
   * <p>A variable is {@code $NAME} or {@code ${…}} in BuildKit's own syntax; all else is text, also a backslash.
   *
   * @throws IllegalArgumentException where BuildKit would read another name or value, or could not expand it
   * @see #literal
   */
  public static Env of(String key, String value) {
    return Written.pair(Env.class, "ENV", PairText.name(key), PairText.value(value));
  }

  /**
   * {@code ENV key="value"} in which a dollar is a dollar: {@code Env.literal("PRICE", "$5")}.
   *
   * @throws IllegalArgumentException where BuildKit would read another name or value
   */
  public static Env literal(String key, String value) {
    return Written.pair(Env.class, "ENV", PairText.literalName(key), PairText.literal(value));
  }

  /** Key and value pairs in order; values as written, with their quotes and variables. */
  public Map<String, String> variables() {
    return Pairs.of(this);
  }

  /**
   * Without these variables; none where nothing would be left.
   *
   * <p>The legacy form holds one variable only.
   */
  public Option<Env> without(Predicate<? super String> keys) {
    return Pairs.without(this, keys).map(Env.class::cast);
  }
}
