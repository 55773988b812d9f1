package dev.drydock.impl.caching.fact;

/** A text of the file that a command runs, and that is not read as commands. */
public record UnreadText(Kind kind, String text) {

  /** How a command comes by it. */
  public enum Kind {
    /** An interpreter is given it, as an argument or in a here-document: {@code python -c '…'}. */
    PROGRAM,
    /** A shell reads it: {@code echo '…' | sh}, {@code sh <<< '…'}. */
    PIPE,
    /** It is a script that the file writes. */
    SCRIPT
  }
}
