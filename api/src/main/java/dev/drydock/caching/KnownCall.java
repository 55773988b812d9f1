package dev.drydock.caching;

import dev.drydock.given.Given;
import io.vavr.collection.Vector;

/**
 * A call as a table of programs knows it.
 *
 * @param rest what it runs: of a {@link ProgramKind#COMMAND} the words of that command, of a {@link ProgramKind#SCRIPT}
 *     the file and its arguments; empty where it names none, and for every other kind
 */
public record KnownCall(ProgramKind kind, Vector<String> rest) {

  /** The parts, none of which is null. */
  public KnownCall {
    Given.notNull(kind, "kind");
    Given.notNull(rest, "rest");
  }
}
