package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import java.io.Serializable;

/**
 * Something that BuildKit refuses in a Dockerfile: where, and what was expected.
 *
 * @param kind a stable id in lower case with hyphens, such as {@code unknown-instruction}
 * @param line the physical line, counted from 1
 * @param column the column in that line, in UTF-16 code units, counted from 1
 * @param message what was found and what was expected
 */
public record Problem(String kind, int line, int column, String message) implements Serializable {

  /** The parts, none of which is null. */
  public Problem {
    Given.notNull(kind, "kind");
    Given.notNull(message, "message");
  }

  /** {@code line:column: message}. */
  @Override
  public String toString() {
    return line + ":" + column + ": " + message;
  }
}
