package dev.drydock.shell;

import dev.drydock.given.Given;
import dev.drydock.text.Span;

/**
 * Something in a script that was not understood, and why.
 * Commands elsewhere in the script are reported all the same.
 */
public record Unread(Span span, String reason) {

  /** The parts, none of which is null. */
  public Unread {
    Given.notNull(span, "span");
    Given.notNull(reason, "reason");
  }
}
