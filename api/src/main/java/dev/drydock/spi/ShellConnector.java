package dev.drydock.spi;

/** What stands between two commands of a list, as a reader reports it (POSIX XCU 2.9.2 and 2.9.3). */
public enum ShellConnector {
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
