package dev.drydock.spi;

/**
 * Hears the lexical parts of one instruction. Offsets are in the instruction's complete text unless a
 * parameter is named {@code joined…}: those are in the logical line, which is the physical lines joined as
 * BuildKit joins them (line ends, escape characters, comments and blank lines inside the continuation gone).
 *
 * <p>Calls come in this order: {@link #keyword}, {@link #line}, every {@link #flag}, {@link #arguments}, then
 * {@link #nested} or every {@link #argument}, then every {@link #heredoc}.
 */
public interface InstructionSink {

  /** The keyword as written, from its first to its last character (a split keyword spans lines). */
  void keyword(String keyword, int start, int end);

  /**
   * The logical line and where it came from: pairs {@code (joined offset, text offset)} in ascending order;
   * between two pairs both sides advance together.
   */
  void line(String joined, int[] segments);

  /** One flag with quotes and escapes removed, as BuildKit sees it: {@code --mount=type=cache,target=/x}. */
  void flag(String value, int start, int end);

  /** Where the argument text (all that follows the flags, trimmed) lies, and whether it is in exec form. */
  void arguments(boolean json, int joinedStart, int joinedEnd);

  /** One argument as BuildKit splits it; for ENV and LABEL: key, value, separator in turn. */
  void argument(String value, int start, int end);

  /** The instruction that an ONBUILD holds; it reaches to the end of the text. */
  void nested(Kind kind, int start);

  /**
   * One heredoc, in the order of the words that open them.
   *
   * @param bodyEnd where the terminator line begins
   * @param end behind the terminator line and its line ending; equal to {@code bodyEnd} where it is missing
   */
  void heredoc(
      String name,
      boolean expand,
      boolean chomp,
      int fileDescriptor,
      int wordStart,
      int wordEnd,
      int bodyStart,
      int bodyEnd,
      int end);
}
