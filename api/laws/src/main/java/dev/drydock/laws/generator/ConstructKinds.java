package dev.drydock.laws.generator;

import dev.drydock.dockerfile.Construct;
import io.vavr.collection.Vector;

/** The kinds of construct, enumerated from the sealed type: one that is added is found without being told. */
public final class ConstructKinds {

  private ConstructKinds() {}

  /** Every class that a construct can be of. */
  public static Vector<Class<? extends Construct>> all() {
    return leaves(Construct.class);
  }

  private static Vector<Class<? extends Construct>> leaves(Class<? extends Construct> kind) {
    return kind.isSealed()
        ? Vector.of(kind.getPermittedSubclasses())
            .flatMap(permitted -> leaves(permitted.asSubclass(Construct.class)))
        : Vector.of(kind);
  }
}
