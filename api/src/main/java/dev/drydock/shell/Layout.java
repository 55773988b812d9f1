package dev.drydock.shell;

import dev.drydock.text.Span;
import dev.drydock.text.TextEdit;
import io.vavr.control.Option;

/** How the enclosing text is laid out in lines around the parts of a script. */
final class Layout {

  private final String text;
  private final Source source;
  private final boolean enclosing;

  private Layout(String text, Source source, boolean enclosing) {
    this.text = text;
    this.source = source;
    this.enclosing = enclosing;
  }

  /** That of the script itself, where the enclosing text is not at hand. */
  static Layout of(SimpleCommand command) {
    Source source = command.place().block().source();
    return new Layout(source.text(), source, false);
  }

  /** That of the text that spans are ranges of. */
  static Layout of(SimpleCommand command, String enclosing) {
    return new Layout(enclosing, command.place().block().source(), true);
  }

  /** That around another script of the same text. */
  Layout in(Source other) {
    return enclosing ? new Layout(text, other, true) : new Layout(other.text(), other, false);
  }

  /** Whether a line ends between two places of the script. */
  boolean breaks(int from, int to) {
    return between(from, to).indexOf('\n') >= 0;
  }

  /** Whether there is a line between two places of the script that holds only a comment. */
  boolean comments(int from, int to) {
    return !commentLines(from, to).isEmpty();
  }

  /** The lines between two places of the script that hold only a comment. */
  CommentLines commentLines(int from, int to) {
    return CommentLines.in(between(from, to));
  }

  /** Whether nothing but blanks follows a place of the script in the enclosing text. */
  boolean endsText(int offset) {
    return enclosing && new Span(enclosed(offset), text.length()).of(text).isBlank();
  }

  /**
   * The lines of comments between two places of the script, put above the line that they follow; none where that is the
   * first of the text.
   */
  Option<TextEdit> commentsAbove(int from, int to) {
    int end = enclosed(from);
    int line = text.lastIndexOf('\n', end - 1) + 1;
    return line == 0 ? Option.none() : Option.some(new TextEdit(line, line, commentLines(from, to).text()));
  }

  /** How far a line is indented in which a place of the script lies that is the start of something. */
  int indentation(int offset) {
    int at = enclosing ? source.coordinates().start(offset) : offset;
    int line = text.lastIndexOf('\n', at - 1) + 1;
    int end = line;
    while (end < at && " \t".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end - line;
  }

  /** Where in the enclosing text a place of the script lies that is the end of something. */
  private int enclosed(int offset) {
    return offset == 0 ? source.coordinates().start(0) : source.coordinates().end(offset - 1);
  }

  /** Behind the blanks at a place of the script, on its line. */
  int behindBlanks(int offset) {
    int to = offset;
    String script = source.text();
    while (to < script.length() && " \t".indexOf(script.charAt(to)) >= 0 && !breaks(offset, to)) {
      to++;
    }
    return to;
  }

  /** Behind the blanks and line ends at a place, but not behind a comment, nor behind {@code limit}. */
  int codeFrom(int offset, int limit) {
    int to = offset;
    String script = source.text();
    while (to < limit && (script.startsWith("\\\n", to) || " \t\n".indexOf(script.charAt(to)) >= 0)) {
      to++;
    }
    return to;
  }

  private String between(int start, int end) {
    if (start >= end) {
      return "";
    }
    if (!enclosing) {
      return text.substring(start, end);
    }
    int from = start == 0 ? source.coordinates().start(0) : source.coordinates().end(start - 1);
    int to = end == source.text().length() ? source.coordinates().end(end - 1) : source.coordinates().start(end);
    return from < to && to <= text.length() ? new Span(from, to).of(text) : "";
  }
}
