package dev.drydock.laws.generator;

import dev.drydock.dockerfile.Dockerfile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;

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

  /** Texts of this many services, the same for the same seed: for benchmarks, outside of a property. */
  public static List<String> sample(int count, long seed) {
    List<String> texts = new ArrayList<>(count);
    JqwikSession.run(
        () -> {
          RandomGenerator<String> services = Services.texts().generator(count);
          Random random = new Random(seed);
          for (int i = 0; i < count; i++) {
            texts.add(services.next(random).value());
          }
        });
    return texts;
  }

  private static Arbitrary<Set<Layout>> layouts() {
    Arbitrary<Set<Layout>> hostile = Arbitraries.of(Layout.class).set().ofMinSize(1).ofMaxSize(3);
    return Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(Set.<Layout>of())), Tuple.of(1, hostile));
  }
}
