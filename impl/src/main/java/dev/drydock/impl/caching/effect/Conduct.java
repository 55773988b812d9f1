package dev.drydock.impl.caching.effect;

import dev.drydock.caching.ProgramKind;

/**
 * What a command may do besides what its words say, from the harmless to the worst. A command is harmless only if a table
 * says so. This is the one place that says what may be assumed of a command that nobody has read:
 *
 * <pre>
 *                        may write        may call            may remove
 *                        below a home     package managers    what it is given
 * HARMLESS               -                -                   -
 * KEEPS_FILES            yes              -                   -
 * RUNS_PROJECT           yes              yes                 -
 * CALLS_PACKAGES         yes              yes                 -
 * UNKNOWN_PROGRAM        yes              yes                 yes
 * UNREAD                 yes              yes                 yes
 * </pre>
 *
 * <p>That a command removes no cache directory which its words do not name is assumed of all of them. No program is known
 * that removes the cache of another unasked; a script of the file might, and declining beside each script would cost
 * one mount in sixteen.
 */
public enum Conduct {
  HARMLESS("does what its words say"),
  KEEPS_FILES("keeps files of its own in the home directory"),
  RUNS_PROJECT("runs code of the project"),
  CALLS_PACKAGES("calls package managers itself"),
  UNKNOWN_PROGRAM("is not known"),
  UNREAD("runs what is not in the file");

  private final String reason;

  Conduct(String reason) {
    this.reason = reason;
  }

  static Conduct of(ProgramKind kind) {
    return switch (kind) {
      case HARMLESS -> HARMLESS;
      case HOME -> KEEPS_FILES;
      case PROJECT -> RUNS_PROJECT;
      case PACKAGES -> CALLS_PACKAGES;
      case SCRIPT, COMMAND -> UNREAD;
    };
  }

  Conduct or(Conduct other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether it may write files below a home directory that its words do not name. */
  public boolean mayWriteBelowHome() {
    return this != HARMLESS;
  }

  /** Whether it may call any package manager, unseen. */
  public boolean mayCallPackageManagers() {
    return compareTo(KEEPS_FILES) > 0;
  }

  /** Whether it may remove the files and directories that its words name. Programs that remove are read by their words. */
  public boolean mayRemoveWhatItIsGiven() {
    return this == UNKNOWN_PROGRAM || this == UNREAD;
  }

  /** What it does, for a note: a sentence whose subject is the command. */
  public String reason() {
    return reason;
  }
}
