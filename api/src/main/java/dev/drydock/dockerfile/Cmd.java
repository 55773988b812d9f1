package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;

/**
 * {@code CMD}, in shell or exec form: what a container runs by default, or the arguments of its entry point.
 */
public final class Cmd extends Instruction {

  Cmd(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.CMD;
  }

  /** The command: one joined line in shell form, the words in exec form. */
  public Vector<String> command() {
    return arguments();
  }
}
