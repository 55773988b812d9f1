package dev.drydock.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Four times the file is about four times the work of {@code pythonCaching()}. Steps are counted, so that the numbers are
 * the same under any load; work that grows faster is stopped as soon as it has taken more steps than it may.
 */
class LinearWorkTest {

  /** Above four for what grows a little faster, such as tries and sorting; quadratic work comes near sixteen. */
  private static final double MOST = 4.6;

  private static final int SIZE = 100;

  private static final UnaryOperator<String> PYTHON_CACHING = Work.counted(Rewriting.class);

  @ParameterizedTest
  @EnumSource(Shape.class)
  void fourTimesTheFileIsFourTimesTheWork(Shape shape) {
    work(shape, 4, Long.MAX_VALUE);
    Work small = work(shape, SIZE, Long.MAX_VALUE);
    long allowed = (long) (MOST * small.steps());
    Work large = work(shape, 4 * SIZE, allowed);
    assertThat((double) large.bytes() / small.bytes()).as("bytes allocated").isLessThan(MOST);
  }

  /** In a thread with little stack, so that a recursion over stages overflows for certain. */
  @Test
  void aChainOfFiveThousandStagesIsReadWithoutRecursion() {
    Shape shape = Shape.STAGES_IN_A_CHAIN;
    int stages = 5_000;
    long allowed = (long) (MOST / 4 * stages / SIZE * work(shape, SIZE, Long.MAX_VALUE).steps());
    CompletableFuture<Work> chain = new CompletableFuture<>();
    Runnable counting =
        () -> {
          try {
            chain.complete(work(shape, stages, allowed));
          } catch (RuntimeException | Error e) {
            chain.completeExceptionally(e);
          }
        };
    new Thread(null, counting, "little stack", 512 << 10).start();
    assertThat(chain.join().steps()).isLessThan(allowed);
  }

  private static Work work(Shape shape, int size, long allowed) {
    return Work.of(PYTHON_CACHING, List.of(shape.text(size)), allowed);
  }
}
