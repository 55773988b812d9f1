package dev.drydock.transform;

import dev.drydock.dockerfile.Dockerfile;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A transform that tells how it was made: its name reads as the call that makes it.
 *
 * @param function what it makes of a file; it never throws
 */
record Described(String name, Function<Dockerfile, Rewrite> function) implements Transform {

  /** The transform that makes the edits found in a file by a function that is told its name. */
  static Transform editing(String name, BiFunction<String, Dockerfile, List<Edit>> edits) {
    return new Described(name, dockerfile -> Edits.apply(dockerfile, edits.apply(name, dockerfile)));
  }

  @Override
  public Rewrite apply(Dockerfile dockerfile) {
    return function.apply(dockerfile);
  }

  @Override
  public String toString() {
    return name;
  }
}
