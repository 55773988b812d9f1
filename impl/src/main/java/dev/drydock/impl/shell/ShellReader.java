package dev.drydock.impl.shell;

import dev.drydock.spi.ShellBlock;
import dev.drydock.spi.ShellSink;

/** Reads shell text and reports its structure. Total: what cannot be read is reported, never guessed. */
public final class ShellReader {

  private ShellReader() {}

  /** Reads a whole script. */
  public static void read(String script, ShellSink sink) {
    new ScriptReader(new Cursor(script, sink, 0)).script(ShellBlock.SCRIPT);
  }
}
