package dev.drydock.impl.shell;

import dev.drydock.spi.ShellSink;
/** To come. */
public final class ShellReader {
  private ShellReader() {}

  @SuppressWarnings("DoNotCallSuggester")
  public static void read(String script, ShellSink sink) {
    throw new AssertionError("to come");
  }
}
