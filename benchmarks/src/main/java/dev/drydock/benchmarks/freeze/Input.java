package dev.drydock.benchmarks.freeze;

import dev.drydock.benchmarks.RealDockerfiles;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.laws.generator.DockerfileArbitraries;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;

/**
 * A Dockerfile to be frozen.
 *
 * @param name its name in the corpus, or {@code generated/} and a number
 * @param text its text
 */
record Input(String name, String text) {

  private static final String GENERATED = "generated/";
  private static final long SEED = 20_260_101;

  /** What the generator's distributions are laid out for; the same whatever is asked for, so that files stay the same. */
  private static final int GENERATOR_SIZE = 20_000;

  boolean generated() {
    return name.startsWith(GENERATED);
  }

  /** Which of the generated files it is. */
  int number() {
    return Integer.parseInt(name.substring(GENERATED.length()));
  }

  /** The files of the corpus. */
  static List<Input> corpus() {
    List<Input> inputs = new ArrayList<>();
    RealDockerfiles.read().forEach((name, bytes) -> inputs.add(new Input(name, Dockerfile.decode(bytes).text())));
    return inputs;
  }

  /** The first of the generated files, which are the same in every run. */
  static List<Input> generated(int count) {
    List<Input> inputs = new ArrayList<>(count);
    JqwikSession.run(
        () -> {
          RandomGenerator<String> texts = DockerfileArbitraries.texts().generator(GENERATOR_SIZE);
          Random random = new Random(SEED);
          for (int i = 0; i < count; i++) {
            inputs.add(new Input(GENERATED + i, texts.next(random).value()));
          }
        });
    return inputs;
  }
}
