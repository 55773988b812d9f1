package dev.drydock.benchmarks;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** Reading, and reading and rewriting, in one thread; one invocation goes through all files. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(1)
public class ParseBenchmark {

  /** Megabytes read, which JMH turns into megabytes a second. */
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  @State(Scope.Thread)
  public static class Read {
    /** The size of the text before, in megabytes of UTF-8. */
    public double megabytes;
  }

  /** Text to constructs. */
  @Benchmark
  public void parse(Workload workload, Read read, Blackhole sink) {
    for (String text : workload.texts) {
      sink.consume(Dockerfile.parse(text));
    }
    read.megabytes += workload.megabytes;
  }

  /** Text to constructs, and all that can be read of them: what compares with another parser's tree. */
  @Benchmark
  public void parseAndReadEveryView(Workload workload, Read read, Blackhole sink) {
    for (String text : workload.texts) {
      Views.read(Dockerfile.parse(text), sink::consume);
    }
    read.megabytes += workload.megabytes;
  }

  /** The main job, from text to text. */
  @Benchmark
  public void rewrite(Workload workload, Read read, Blackhole sink) {
    for (String text : workload.texts) {
      sink.consume(workload.transform.apply(Dockerfile.parse(text)).after().text());
    }
    read.megabytes += workload.megabytes;
  }

  /** The main job on what it has done already. */
  @Benchmark
  public void rewriteAgain(Workload workload, Read read, Blackhole sink) {
    for (String text : workload.rewritten) {
      sink.consume(workload.transform.apply(Dockerfile.parse(text)).after().text());
    }
    read.megabytes += workload.rewrittenMegabytes;
  }

  /** The lines that differ between each file and what the main job makes of it. */
  @Benchmark
  public void diff(Workload workload, Read read, Blackhole sink) {
    for (Rewrite rewrite : workload.rewrites) {
      sink.consume(Rewrite.of(rewrite.before(), rewrite.after()).diff());
    }
    read.megabytes += workload.megabytes;
  }

  /** A file that is made with the language's own words, as text; megabytes are those of what is made. */
  @Benchmark
  public void fromNothing(Workload workload, Read read, Blackhole sink) {
    for (int i = 0; i < workload.texts.size(); i++) {
      String text = Service.on("python:3.12-slim").text();
      sink.consume(text);
      read.megabytes += text.length() / 1e6;
    }
  }
}
