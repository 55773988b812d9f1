package dev.drydock.dockerfile;

import dev.drydock.given.Given;
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
   * A comment line of these words, without the blanks around them.
   *
   * @throws IllegalArgumentException where the words hold a line break
   */
  public static Comment of(String words) {
    if (Words.hasLineBreak(Given.notNull(words, "words"))) {
      throw Given.refused("words", "one line, since a line break would end the comment", words);
    }
    String text = words.isBlank() ? "#\n" : "# " + words.strip() + "\n";
    return new Comment(new Source(text, '\\'), 0, text.length());
  }

  /** What follows the {@code #}, without the blanks around it. */
  public String words() {
    String text = text();
    return text.substring(text.indexOf('#') + 1).strip();
  }
}
