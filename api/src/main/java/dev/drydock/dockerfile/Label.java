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

  /** {@code LABEL key="value"}; the value is quoted. */
  public static Label of(String key, String value) {
    return Written.pair(Label.class, "LABEL", key, value);
  }

  /** Key and value pairs in order; values as written, with their quotes and variables. */
  public Map<String, String> labels() {
    return Pairs.of(this);
  }
}
