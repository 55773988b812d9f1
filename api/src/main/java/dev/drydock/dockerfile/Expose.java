package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;

/**
 * {@code EXPOSE port[/protocol]…}.
 */
public final class Expose extends Instruction {

  Expose(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.EXPOSE;
  }

  /** The ports as written, in order. */
  public Vector<String> ports() {
    return arguments();
  }
}
