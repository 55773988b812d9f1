package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;

/**
 * A line whose first character that is not a blank is {@code #}, outside a continuation and a heredoc, and that
 * is no live parser directive. A comment inside a continued instruction belongs to that instruction.
 */
public final class Comment extends Construct {

  Comment(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.COMMENT;
  }

  /**
   * A comment line of these words.
   *
   * @throws IllegalArgumentException where the words hold a line feed
   */
  public static Comment of(String words) {
    if (words.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a comment is one line: " + words);
    }
    String text = words.isEmpty() ? "#\n" : "# " + words + "\n";
    return new Comment(new Source(text, '\\'), 0, text.length());
  }

  /** What follows the {@code #}, without the blanks around it. */
  public String words() {
    String text = text();
    return text.substring(text.indexOf('#') + 1).strip();
  }
}
