package dev.drydock.cli;

/** How far a long run is, on standard error, where a person looks at it; it is wiped when the run ends. */
final class Progress {

  private static final long SILENT_MILLIS = 1000;
  private static final long BETWEEN_MILLIS = 200;

  private final Console console;
  private final long begun = System.nanoTime();
  private long last = SILENT_MILLIS;
  private int files;
  private boolean shown;

  Progress(Console console) {
    this.console = console;
  }

  /** One more file is done. */
  void step() {
    files++;
    long now = (System.nanoTime() - begun) / 1_000_000;
    if (console.errorTerminal() && now - last > BETWEEN_MILLIS) {
      last = now;
      shown = true;
      console.printError("\r" + files + " files");
    }
  }

  /** The run is at its end. */
  void end() {
    if (shown) {
      console.printError("\r\u001b[K");
    }
  }
}
