package dev.drydock.laws;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.laws.generator.DockerfileArbitraries;
import dev.drydock.transform.Transform;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Every law of a composition that does not promise idempotence, over generated Dockerfiles. Implement it in a test
 * class; jqwik runs the properties. How often each is tried is jqwik's setting {@code jqwik.tries.default}.
 */
public interface CompositionLaws {

  /** The transform that keeps the laws. */
  Transform transform();

  /** The files it is tried on. */
  @Provide
  default Arbitrary<Dockerfile> dockerfiles() {
    return DockerfileArbitraries.dockerfiles();
  }

  @Property
  default void theIdentityIsItsUnit(@ForAll("dockerfiles") Dockerfile dockerfile) {
    Laws.identity(transform(), dockerfile);
  }

  @Property
  default void groupingStepsChangesNeitherTextNorNotes(@ForAll("dockerfiles") Dockerfile dockerfile) {
    Laws.associativity(transform(), dockerfile);
  }

  @Property
  default void unchangedIsTheSameInstance(@ForAll("dockerfiles") Dockerfile dockerfile) {
    Laws.sameInstance(transform(), dockerfile);
  }

  @Property
  default void whatHasNoNoteIsTheSameInstanceInTheSameOrder(@ForAll("dockerfiles") Dockerfile dockerfile) {
    Laws.locality(transform(), dockerfile);
  }

  @Property
  default void theTextAfterIsReadAsTheFileAfter(@ForAll("dockerfiles") Dockerfile dockerfile) {
    Laws.reparseStability(transform(), dockerfile);
  }

  @Property
  default void editsLeadThereAndUndoLeadsBack(@ForAll("dockerfiles") Dockerfile dockerfile) {
    Laws.reversibility(transform(), dockerfile);
  }

  @Property
  default void noProblemIsNew(@ForAll("dockerfiles") Dockerfile dockerfile) {
    Laws.noNewProblems(transform(), dockerfile);
  }

  @Property
  default void lineEndingsEscapeAndEncodingStay(@ForAll("dockerfiles") Dockerfile dockerfile) {
    Laws.conservation(transform(), dockerfile);
  }

  @Property
  default void threadsAgree(@ForAll("dockerfiles") Dockerfile dockerfile) {
    Laws.determinism(transform(), dockerfile);
  }

  @Property
  default void everyFileHasAnAnswer(@ForAll("dockerfiles") Dockerfile dockerfile) {
    Laws.totality(transform(), dockerfile);
  }

  @Property
  default void whatNoNoteExplainsMeansTheSame(@ForAll("dockerfiles") Dockerfile dockerfile) {
    Laws.meaning(transform(), dockerfile);
  }

  @Property
  default void itCanBeTakenInPart(@ForAll("dockerfiles") Dockerfile dockerfile) {
    Laws.choice(transform(), dockerfile);
  }
}
