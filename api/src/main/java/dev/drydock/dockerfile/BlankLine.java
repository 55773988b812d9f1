package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;

/** A line of nothing but blanks, outside a continuation and a heredoc. */
public final class BlankLine extends Construct {

  BlankLine(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.BLANK_LINE;
  }

  /** An empty line. */
  public static BlankLine of() {
    return new BlankLine(new Source("\n", '\\'), 0, 1);
  }
}
