package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.Map;

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
   * {@code LABEL key=value}; the value is quoted where needed, and its variables stay variables:
   * {@code Label.of("version", "$VERSION")}.
   *
   * <p>A variable is {@code $NAME} or {@code ${…}} in BuildKit's own syntax; all else is text, also a backslash.
   *
   * @throws IllegalArgumentException where BuildKit would read another name or value, or could not expand it
   * @see #literal
   */
  public static Label of(String key, String value) {
    return Written.pair(Label.class, "LABEL", PairText.name(key), PairText.value(value));
  }

  /**
   * {@code LABEL key="value"} in which a dollar is a dollar: {@code Label.literal("price", "$5")}.
   *
   * @throws IllegalArgumentException where BuildKit would read another name or value
   */
  public static Label literal(String key, String value) {
    return Written.pair(Label.class, "LABEL", PairText.literalName(key), PairText.literal(value));
  }

  /** Key and value pairs in order; values as written, with their quotes and variables. */
  public Map<String, String> labels() {
    return Pairs.of(this);
  }
}
