package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;

/**
 * {@code ENTRYPOINT}, in shell or exec form: what a container of the image runs.
 */
public final class Entrypoint extends Instruction {

  Entrypoint(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.ENTRYPOINT;
  }

  /** The command: one joined line in shell form, the words in exec form. */
  public Vector<String> command() {
    return arguments();
  }
}
