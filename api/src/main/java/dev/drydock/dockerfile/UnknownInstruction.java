package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;

/**
 * A line whose keyword BuildKit does not know, or that cannot be read as an instruction: a template's {@code {{…}}}, say.
 * It is kept as it is; {@link Dockerfile#problems()} says what is wrong with it.
 */
public final class UnknownInstruction extends Instruction {

  UnknownInstruction(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.UNKNOWN;
  }
}
