package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a Dockerfile: a parser directive, a comment, a blank line or an instruction.
 *
 * <p>A construct owns its complete text: indentation, continuation lines, comments and blank lines inside a
 * continuation, heredoc bodies, and the line ending that closes it ({@code \n}, {@code \r\n}, or none at the
 * end of a file). It has no position; a {@link Dockerfile} knows where each of its constructs stands.
 *
 * <p>Constructs are immutable. Two are equal where they are of one kind and have the same text; a
 * {@link Dockerfile} tells its own apart by identity, so that the same line twice is two constructs.
 */
@SuppressWarnings("serial")
public abstract sealed class Construct implements Serializable permits ParserDirective, Comment, BlankLine, Instruction {

  private static final long serialVersionUID = 1L;

  final Source source;
  private final int start;
  private final int end;

  Construct(Source source, int start, int end) {
    this.source = source;
    this.start = start;
    this.end = end;
  }

  /** Which kind it is, as the engine names it. */
  abstract Kind kind();

  /** The complete text, byte for byte as it was read. */
  public final String text() {
    return source.text().substring(start, end);
  }

  /** How many UTF-16 code units the text has. */
  final int length() {
    return end - start;
  }

  /** The character that continues a line and escapes in the file that this was read from. */
  public final char escape() {
    return source.escape();
  }

  /** The line ending that text added to this construct takes: the usual one of its file. */
  final String lineEnding() {
    return source.lineEnding();
  }

  final void appendTo(StringBuilder text) {
    text.append(source.text(), start, end);
  }

  final boolean startsWith(char first) {
    return start < end && source.text().charAt(start) == first;
  }

  final boolean endsLine() {
    return start < end && source.text().charAt(end - 1) == '\n';
  }

  final int lineFeeds() {
    int count = 0;
    String text = source.text();
    for (int at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      count++;
    }
    return count;
  }

  /** It travels as its text, and belongs to no file afterwards. */
  final Object writeReplace() {
    return new Alone(kind(), text(), escape(), lineEnding());
  }

  private record Alone(Kind kind, String text, char escape, String lineEnding) implements Serializable {

    private Object readResolve() {
      return Constructs.of(kind, new Source(text, escape, lineEnding), 0, text.length());
    }
  }

  final boolean sameTextAs(Construct other) {
    return length() == other.length()
        && source.text().regionMatches(start, other.source.text(), other.start, length());
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof Construct that && getClass() == that.getClass() && sameTextAs(that));
  }

  @Override
  public final int hashCode() {
    return text().hashCode();
  }

  /** The kind and the text. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + text().strip() + "]";
  }
}
