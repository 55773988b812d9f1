package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.text.Span;

/**
 * A heredoc of a RUN, COPY or ADD: {@code <<NAME} on the instruction's line, and the lines up to {@code NAME}.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/parser/parser.go}, {@code Heredoc}.
 *
 * @param name the delimiter without quotes
 * @param expand whether variables in the content are expanded: no quote in the delimiter
 * @param chomp whether leading tabs are removed: {@code <<-}
 * @param fileDescriptor the number before {@code <<}; 0 where none is written
 * @param content the lines between, raw
 * @param word where the opening word stands in the instruction's text
 * @param body where the content stands in the instruction's text
 */
public record Heredoc(
    String name,
    boolean expand,
    boolean chomp,
    int fileDescriptor,
    String content,
    Span word,
    Span body) {

  /** The parts, none of which is null. */
  public Heredoc {
    Given.notNull(name, "name");
    Given.notNull(content, "content");
    Given.notNull(word, "word");
    Given.notNull(body, "body");
  }
}
