package dev.drydock.impl.law;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Heredoc;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Problem;
import dev.drydock.dockerfile.Run;
import dev.drydock.laws.Laws;
import dev.drydock.text.Span;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;

/**
 * Any bytes are read without loss, within bounds and in time, and rewritten by the laws. Guided by coverage where
 * {@code .ci/fuzz} runs it; in the other builds it tries the seeds alone.
 */
class ReadingFuzzTest {

  private static final Transform PYTHON_CACHING = Transforms.pythonCaching();
  private static final Duration LONGEST = Duration.ofSeconds(10);

  @FuzzTest(maxDuration = "40s", maxExecutions = 20_000)
  void anyBytesAreReadAndRewritten(byte[] bytes) {
    long began = System.nanoTime();
    Laws.losslessBytes(bytes);
    Dockerfile dockerfile = Dockerfile.decode(bytes);
    for (Instruction instruction : dockerfile.instructions()) {
      inside(instruction);
    }
    int line = 1;
    for (Problem problem : dockerfile.problems()) {
      assertThat(problem.line()).isGreaterThanOrEqualTo(line);
      line = problem.line();
    }
    dockerfile.stages().forEach(stage -> stage.name());
    dockerfile.syntax();
    Rewrite rewrite = PYTHON_CACHING.apply(dockerfile);
    Laws.checkRewrite(rewrite);
    Laws.idempotence(PYTHON_CACHING, rewrite);
    Assertions.assertTrue(System.nanoTime() - began < LONGEST.toNanos(), "too slow");
  }

  /** Flags, then heredocs, lie in the instruction's text, each behind the one before. */
  private static void inside(Instruction instruction) {
    int length = instruction.text().length();
    int at = 0;
    for (Span span : instruction.flags().map(flag -> flag.span())) {
      at = behind(at, span, length);
    }
    int words = at;
    int bodies = at;
    for (Heredoc heredoc : instruction.heredocs()) {
      words = behind(words, heredoc.word(), length);
      bodies = behind(Math.max(words, bodies), heredoc.body(), length);
    }
    if (instruction instanceof Run run) {
      run.mounts();
      run.script();
    } else if (instruction instanceof OnBuild onBuild) {
      onBuild.instruction().forEach(ReadingFuzzTest::inside);
    }
  }

  private static int behind(int at, Span span, int length) {
    assertThat(span.start()).isBetween(at, length);
    assertThat(span.end()).isBetween(span.start(), length);
    return span.end();
  }
}
