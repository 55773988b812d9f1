package dev.drydock.impl.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The command line of a process, and what its environment has beside ours. */
record Command(List<String> words, Map<String, String> environment) {

  /** How it ended and what it wrote; standard error goes with standard output. */
  record Outcome(int status, String output) {}

  static Command of(String... words) {
    return new Command(List.of(words), Map.of());
  }

  Command with(List<String> more) {
    return new Command(Stream.concat(words.stream(), more.stream()).toList(), environment);
  }

  Outcome run() {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The seconds that a process takes: on the wall, and of CPU, with those of the processes that it starts. */
  record Time(double wall, double cpu) {

    Time without(Time other) {
      return new Time(wall - other.wall, cpu - other.cpu);
    }
  }

  /** Runs it and takes its time; what it writes is dropped. */
  Time time() {
    List<String> timed = new ArrayList<>(List.of("bash", "-c", "TIMEFORMAT='%R %U %S'; time { \"$@\" >/dev/null 2>&1; }", "bash"));
    timed.addAll(words);
    String output = new Command(timed, environment).run().output();
    String[] seconds = output.strip().split(" ", -1);
    if (seconds.length != 3) {
      throw new IllegalStateException("no times of " + words.get(0) + ": " + output);
    }
    return new Time(Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1]) + Double.parseDouble(seconds[2]));
  }
}
