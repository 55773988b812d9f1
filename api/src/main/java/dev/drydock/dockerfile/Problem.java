package dev.drydock.dockerfile;

import dev.drydock.dockerfile.ImmutableProblem;
import org.immutables.value.Value;

/** Something that BuildKit refuses in a Dockerfile: where, and what was expected. */
@Value.Immutable
public abstract class Problem {

  Problem() {}

  /** A stable id in lower case with hyphens, such as {@code unknown-instruction}. */
  public abstract String kind();

  /** The physical line, counted from 1. */
  public abstract int line();

  /** The column in that line, in UTF-16 code units, counted from 1. */
  public abstract int column();

  /** What was found and what was expected. */
  public abstract String message();

  static Problem of(String kind, int line, int column, String message) {
    return ImmutableProblem.builder().kind(kind).line(line).column(column).message(message).build();
  }

  /** {@code line:column: message}. */
  @Override
  public String toString() {
    return line() + ":" + column() + ": " + message();
  }
}
