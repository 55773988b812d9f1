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

  /** {@code ENV key="value"}; the value is quoted. */
  public static Env of(String key, String value) {
    return Written.pair(Env.class, "ENV", key, value);
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
