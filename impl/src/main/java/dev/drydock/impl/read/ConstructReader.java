package dev.drydock.impl.read;

import dev.drydock.spi.ConstructSink;
/** To come. */
public final class ConstructReader {
  private ConstructReader() {}

  @SuppressWarnings("DoNotCallSuggester")
  public static void read(String source, ConstructSink sink) {
    throw new AssertionError("to come");
  }
}
