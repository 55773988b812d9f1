package dev.drydock.impl.read;

import dev.drydock.spi.InstructionSink;
/** To come. */
public final class InstructionReader {
  private InstructionReader() {}

  @SuppressWarnings("DoNotCallSuggester")
  public static void read(String text, char escape, InstructionSink sink) {
    throw new AssertionError("to come");
  }
}
