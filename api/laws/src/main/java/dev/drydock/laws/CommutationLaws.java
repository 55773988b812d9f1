package dev.drydock.laws;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.laws.generator.DockerfileArbitraries;
import dev.drydock.transform.Transform;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The law of a pair of transforms that are documented to commute. */
public interface CommutationLaws {

  /** One of the pair. */
  Transform first();

  /** The other. */
  Transform second();

  /** The files they are tried on. */
  @Provide
  default Arbitrary<Dockerfile> dockerfiles() {
    return DockerfileArbitraries.dockerfiles();
  }

  @Property
  default void eitherOrderGivesTheSameText(@ForAll("dockerfiles") Dockerfile dockerfile) {
    Laws.commutation(first(), second(), dockerfile);
  }
}
