package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;

/**
 * {@code EXPOSE port[/protocol]…}.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseExpose}.
 */
public final class Expose extends Instruction {

  Expose(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.EXPOSE;
  }

  /**
   * {@code EXPOSE port…}: a number or a range, {@code /tcp} or {@code /udp} behind it, or a variable.
   *
   * @throws IllegalArgumentException where one holds a blank
   */
  public static Expose of(String... ports) {
    return Written.words(Expose.class, "EXPOSE", Vector.of(ports));
  }

  /** The ports as written, in order. */
  public Vector<String> ports() {
    return arguments();
  }
}
