package dev.drydock.impl.caching.effect;

import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Set;

/**
 * {@code pipenv --clear}, which deletes pipenv's cache directory and pip's own, each as a whole (pipenv/routines/clear.py).
 * They are known by their last names.
 */
record PipenvClear(Invocation invocation) implements Removal {

  private static final Set<String> NAMES = Set.of("pip", "pipenv");

  static Option<PipenvClear> of(Invocation invocation) {
    return invocation.arguments().exists(argument -> argument.plain().contains("--clear"))
        ? Option.some(new PipenvClear(invocation))
        : Option.none();
  }

  @Override
  public Option<Removed> of(String directory) {
    return NAMES.contains(Paths.baseName(directory))
        ? Option.some(new Removed(invocation, Vector.empty(), Vector.empty(), Vector.empty(), Outcome.UNKNOWN, true))
        : Option.none();
  }
}
