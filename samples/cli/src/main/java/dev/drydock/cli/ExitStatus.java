package dev.drydock.cli;

/** How the process ends. */
final class ExitStatus {

  /** All was done. */
  static final int FINE = 0;

  /** With {@code --check}: something would change. */
  static final int WOULD_CHANGE = 1;

  /**
   * A path is missing, a file cannot be read or written, the output cannot be written, or the call makes no sense.
   * What could be done was done.
   */
  static final int FAILED = 2;

  private ExitStatus() {}
}
