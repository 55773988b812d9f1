package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import java.util.regex.Pattern;

/**
 * {@code STOPSIGNAL signal}.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseStopSignal}.
 */
public final class StopSignal extends Instruction {

  private static final Pattern SIGNAL = Pattern.compile("[A-Za-z][A-Za-z0-9]*([+-][0-9]+)?|[1-9][0-9]?");

  StopSignal(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.STOPSIGNAL;
  }

  /** {@code STOPSIGNAL signal}: a name such as {@code SIGINT}, or a number. */
  public static StopSignal of(String signal) {
    Words.matching(SIGNAL, signal, "signal", "a signal: a name such as SIGINT, or a number");
    return InstructionWriter.line(StopSignal.class, "STOPSIGNAL", signal);
  }

  /** The signal as written: a name or a number. */
  public String signal() {
    return argument(0);
  }

  /** With another signal; the rest keeps its text. */
  public StopSignal withSignal(String signal) {
    return (StopSignal) withArgument(0, "signal", of(signal).signal());
  }
}
