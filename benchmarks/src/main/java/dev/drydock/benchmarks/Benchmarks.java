package dev.drydock.benchmarks;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/** Runs the benchmarks with JMH's options, and prints megabytes a second. */
public final class Benchmarks {

  private Benchmarks() {}

  /** Takes JMH's command line. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
    System.out.print(table(new Runner(new CommandLineOptions(arguments)).run()));
  }

  /** One line a benchmark: its name, the files it ran on, megabytes a second. */
  static String table(Collection<RunResult> results) {
    StringBuilder table = new StringBuilder("\n");
    for (RunResult result : results) {
      String name = result.getParams().getBenchmark();
      Result<?> read = result.getSecondaryResults().get("megabytes");
      if (read != null) {
        table.append(
            String.format(
                Locale.ROOT,
                "%-24s %-10s %8.1f MB/s%n",
                name.substring(name.lastIndexOf('.') + 1),
                result.getParams().getParam("files"),
                read.getScore()));
      }
    }
    return table.toString();
  }
}
