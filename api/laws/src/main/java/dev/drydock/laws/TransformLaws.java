package dev.drydock.laws;

import dev.drydock.dockerfile.Dockerfile;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Every law of one transform, over generated Dockerfiles: those of any composition, and idempotence. */
public interface TransformLaws extends CompositionLaws {

  @Property
  default void theSecondTimeNothingChanges(@ForAll("dockerfiles") Dockerfile dockerfile) {
    Laws.idempotence(transform(), dockerfile);
  }
}
