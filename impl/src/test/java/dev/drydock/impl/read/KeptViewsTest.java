package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Stage;
import io.vavr.collection.Vector;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A view is read once: it is the same instance each time, in all threads. */
class KeptViewsTest {

  private static final String TEXT =
      """
      # syntax=docker/dockerfile:1
      FROM debian AS base
      RUN --mount=type=cache,target=/a apt-get update
      ONBUILD RUN apt-get update
      FROM base
      BROKEN
      """;

  private static final int THREADS = 4;
  private static final int ROUNDS = 200;

  record View(String name, Function<Dockerfile, Object> look) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<View> views() {
    return Stream.of(
        new View("Dockerfile.instructions", Dockerfile::instructions),
        new View("Dockerfile.problems", Dockerfile::problems),
        new View("Dockerfile.syntax", Dockerfile::syntax),
        new View("Dockerfile.stages", Dockerfile::stages),
        new View("Dockerfile.scope", file -> file.scope(file.constructs().last())),
        new View("Dockerfile.stage", file -> file.stage(file.constructs().last()).get()),
        new View("Stage.instructions", file -> last(file).instructions()),
        new View("Stage.base", file -> last(file).base()),
        new View("Stage.rootImage", file -> last(file).rootImage()),
        new View("Stage.parent", file -> last(file).parent().get()),
        new View("Stage.children", file -> file.stages().head().children()),
        new View("Stage.lineage", file -> last(file).lineage()),
        new View("Stage.scope", file -> last(file).scope()),
        new View("Instruction.arguments", file -> run(file).arguments()),
        new View("Instruction.flags", file -> run(file).flags()),
        new View("Instruction.heredocs", file -> run(file).heredocs()),
        new View("Run.mounts", file -> run(file).mounts()),
        new View("Run.script", file -> run(file).script().get()),
        new View("OnBuild.instruction", file -> onBuild(file).instruction().get()));
  }

  @ParameterizedTest
  @MethodSource("views")
  void itIsTheSameInstanceEachTime(View view) {
    Dockerfile file = Dockerfile.parse(TEXT);
    assertThat(view.look.apply(file)).isSameAs(view.look.apply(file));
  }

  @ParameterizedTest
  @MethodSource("views")
  void threadsThatAskAtOnceGetTheSameInstance(View view) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      for (int round = 0; round < ROUNDS; round++) {
        Dockerfile file = Dockerfile.parse(TEXT);
        CyclicBarrier together = new CyclicBarrier(THREADS);
        Callable<Object> look =
            () -> {
              together.await();
              return view.look.apply(file);
            };
        List<Future<Object>> seen = pool.invokeAll(Collections.nCopies(THREADS, look));
        Set<Object> instances = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Future<Object> one : seen) {
          instances.add(one.get());
        }
        assertThat(instances).hasSize(1);
      }
    } finally {
      pool.shutdown();
    }
  }

  private static Stage last(Dockerfile file) {
    return file.stages().last();
  }

  private static Run run(Dockerfile file) {
    return only(file, Run.class);
  }

  private static OnBuild onBuild(Dockerfile file) {
    return only(file, OnBuild.class);
  }

  private static <I> I only(Dockerfile file, Class<I> kind) {
    return Vector.ofAll(file.instructions()).filter(kind::isInstance).map(kind::cast).single();
  }
}
