package dev.drydock.shell;

import dev.drydock.dockerfile.Span;

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

  /** Whether a line ends between two places of the script. */
  boolean breaks(int start, int end) {
    return between(start, end).indexOf('\n') >= 0;
  }

  /** Whether there is a line between two places of the script that holds only a comment. */
  boolean comments(int start, int end) {
    String[] lines = between(start, end).split("\n", -1);
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].stripLeading().startsWith("#")) {
        return true;
      }
    }
    return false;
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
