package dev.drydock.laws.generator;

import dev.drydock.dockerfile.Dockerfile;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Dockerfiles for properties: mostly valid Python services, some of them laid out by somebody who means harm. */
public final class DockerfileArbitraries {

  private DockerfileArbitraries() {}

  /** Dockerfiles of every kind. */
  public static Arbitrary<Dockerfile> dockerfiles() {
    return texts().map(Dockerfile::parse);
  }

  /** The texts of Dockerfiles of every kind. */
  public static Arbitrary<String> texts() {
    Arbitrary<String> plain =
        Arbitraries.frequencyOf(
            Tuple.of(12, Services.texts()),
            Tuple.of(3, Sequences.texts()),
            Tuple.of(1, BrokenTexts.texts()));
    return Combinators.combine(plain, layouts()).as(Layout::lay);
  }

  /** Python services with usual layout; nearly all are valid. */
  public static Arbitrary<String> services() {
    return Services.texts();
  }

  /** Python services of which each holds this hazard. */
  public static Arbitrary<String> servicesWith(Hazard hazard) {
    return Services.textsWith(hazard);
  }

  private static Arbitrary<Set<Layout>> layouts() {
    Arbitrary<Set<Layout>> hostile = Arbitraries.of(Layout.class).set().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(Set.<Layout>of())), Tuple.of(1, hostile));
  }
}
