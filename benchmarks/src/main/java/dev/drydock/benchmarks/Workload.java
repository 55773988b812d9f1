package dev.drydock.benchmarks;

import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.laws.generator.DockerfileArbitraries;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The texts that one invocation of a benchmark goes through, all of them. */
@State(Scope.Benchmark)
public class Workload {

  private static final long SEED = 20_260_101;

  /** {@code real}: the corpus, generated files where it is not named. {@code generated}: generated files. */
  @Param({"real", "generated"})
  public String files = "generated";

  /** How many files are generated. */
  @Param("4000")
  public int generated = 4_000;

  /** The main job. */
  final Transform transform = Transforms.pythonCaching();

  /** The files as they are. */
  final List<String> texts = new ArrayList<>();

  /** What the main job makes of them. */
  final List<Rewrite> rewrites = new ArrayList<>();

  /** The files as the main job has left them. */
  final List<String> rewritten = new ArrayList<>();

  /** The size of {@link #texts}, in megabytes of UTF-8. */
  double megabytes;

  /** The size of {@link #rewritten}, in megabytes of UTF-8. */
  double rewrittenMegabytes;

  /** Loads the texts. */
  @Setup(Level.Trial)
  @SuppressWarnings("SystemOut")
  public void load() {
    if (files.equals("real") && RealDockerfiles.named()) {
      RealDockerfiles.read().values().forEach(bytes -> texts.add(Dockerfile.decode(bytes).text()));
    } else {
      if (files.equals("real")) {
        System.out.println(
            "No real Dockerfiles: the system property 'corpus' is not set. Generated ones take their place.");
      }
      texts.addAll(DockerfileArbitraries.sample(generated, SEED));
    }
    texts.forEach(text -> rewrites.add(transform.apply(Dockerfile.parse(text))));
    rewrites.forEach(rewrite -> rewritten.add(rewrite.after().text()));
    megabytes = megabytes(texts);
    rewrittenMegabytes = megabytes(rewritten);
    System.out.printf("%d files, %.2f MB%n", texts.size(), megabytes);
  }

  private static double megabytes(List<String> all) {
    return all.stream().mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length).sum() / 1e6;
  }
}
