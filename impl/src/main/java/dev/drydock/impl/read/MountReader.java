package dev.drydock.impl.read;

import dev.drydock.spi.MountSink;
/** To come. */
public final class MountReader {
  private MountReader() {}

  @SuppressWarnings("DoNotCallSuggester")
  public static void read(String value, MountSink sink) {
    throw new AssertionError("to come");
  }
}
