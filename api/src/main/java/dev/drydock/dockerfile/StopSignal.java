package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;

/**
 * {@code STOPSIGNAL signal}.
 */
public final class StopSignal extends Instruction {

  StopSignal(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.STOPSIGNAL;
  }

  /** The signal as written: a name or a number. */
  public String signal() {
    return argument(0);
  }
}
