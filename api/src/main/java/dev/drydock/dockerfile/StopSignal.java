package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;

/**
 * {@code STOPSIGNAL signal}.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseStopSignal}.
 */
public final class StopSignal extends Instruction {

  StopSignal(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.STOPSIGNAL;
  }

  /** {@code STOPSIGNAL signal}: a name such as {@code SIGINT}, or a number. */
  public static StopSignal of(String signal) {
    return Written.line(StopSignal.class, "STOPSIGNAL", signal);
  }

  /** The signal as written: a name or a number. */
  public String signal() {
    return argument(0);
  }
}
