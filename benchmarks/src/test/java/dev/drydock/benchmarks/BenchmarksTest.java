package dev.drydock.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The benchmarks run: once each, in this process, on a few generated files; the figures mean nothing. */
class BenchmarksTest {

  @Test
  void everyBenchmarkRuns() throws RunnerException {
    // Nothing is timed here, so another run on the machine does no harm.
    System.setProperty("jmh.ignoreLock", "true");
    Options once =
        new OptionsBuilder()
            .include(ParseBenchmark.class.getName())
            .param("files", "generated")
            .param("generated", "20")
            .forks(0)
            .warmupIterations(0)
            .measurementIterations(1)
            .measurementTime(TimeValue.milliseconds(50))
            .shouldFailOnError(true)
            .verbosity(VerboseMode.SILENT)
            .build();
    Collection<RunResult> results = new Runner(once).run();
    assertThat(results).hasSize(6);
    assertThat(Benchmarks.table(results).lines().filter(line -> line.endsWith("MB/s"))).hasSize(6);
  }
}
