package dev.drydock.impl.caching.effect;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What the RUN around a command tells where the command itself does not. */
public interface Surroundings {

  /** The value of a variable of the file, where it is known; an ARG's default counts. */
  Option<String> fileValue(String variable);

  /** Whether the RUN speaks of a directory, or of what holds it, outside of removals that are known. */
  boolean speaksOf(String directory);

  /** Whether the file has put a program of its own there under this name. */
  boolean brings(String program);

  /** Whether a command of this name is in the RUN. */
  boolean runs(String program);

  /** The commands whose output a command reads through a pipe. */
  Vector<Invocation> feeding(Invocation invocation);
}
