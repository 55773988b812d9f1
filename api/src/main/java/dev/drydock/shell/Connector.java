package dev.drydock.shell;

/** What stands between two commands of a list (POSIX XCU 2.9.2 and 2.9.3). */
public enum Connector {
  /** Nothing: the command is the first, or the last, of its list. */
  NONE,
  /** {@code &&}. */
  AND,
  /** {@code ||}. */
  OR,
  /** {@code ;}. */
  SEMICOLON,
  /** A line end. */
  NEWLINE,
  /** {@code &}. */
  BACKGROUND,
  /** {@code |} or {@code |&}. */
  PIPE
}
