package dev.drydock.benchmarks.paired;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the time of some work goes, by packages: samples of JDK Flight Recorder, each counted for the package of Drydock
 * that stands nearest to where the thread was, with whatever it called of libraries.
 */
record Profile(Map<String, Integer> byPackage, int ofVavr, int all) {

  private static final String OURS = "dev.drydock.";
  private static final Duration PERIOD = Duration.ofMillis(10);

  /** The profile of this work. */
  static Profile of(Runnable work) {
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ExecutionSample").withPeriod(PERIOD);
      recording.start();
      work.run();
      recording.stop();
      Path file = Files.createTempFile("profile", ".jfr");
      try {
        recording.dump(file);
        return of(RecordingFile.readAllEvents(file).stream().map(Profile::classes).toList());
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> classes(RecordedEvent event) {
    List<String> classes = new ArrayList<>();
    if (event.getStackTrace() != null) {
      for (RecordedFrame frame : event.getStackTrace().getFrames()) {
        classes.add(frame.getMethod().getType().getName());
      }
    }
    return classes;
  }

  /** Of the classes on the stack of each sample, the innermost first. */
  static Profile of(List<List<String>> samples) {
    Map<String, Integer> byPackage = new TreeMap<>();
    int vavr = 0;
    int all = 0;
    for (List<String> classes : samples) {
      String nearest =
          classes.stream().filter(name -> name.startsWith(OURS) && !name.startsWith(OURS + "benchmarks")).findFirst().orElse("");
      if (!nearest.isEmpty()) {
        all++;
        vavr += classes.get(0).startsWith("io.vavr") ? 1 : 0;
        byPackage.merge(packageOf(nearest), 1, Integer::sum);
      }
    }
    return new Profile(byPackage, vavr, all);
  }

  /** That of a class; the class of a lambda has the name of the one that it stands in, then an address. */
  private static String packageOf(String name) {
    int lambda = name.indexOf("$$Lambda");
    String named = lambda < 0 ? name : name.substring(0, lambda);
    return named.substring(0, named.lastIndexOf('.'));
  }

  /** A table: the packages with the most samples first. */
  String table() {
    StringBuilder table = new StringBuilder("| package, with the libraries that it calls | samples |\n|---|---:|\n");
    byPackage.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .filter(entry -> entry.getValue() * 100 >= all)
        .forEach(entry -> table.append("| `").append(entry.getKey()).append("` | ").append(percent(entry.getValue())).append(" |\n"));
    return table.append("| of all samples, those within Vavr | ").append(percent(ofVavr)).append(" |\n").toString();
  }

  private String percent(int samples) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * samples / Math.max(1, all));
  }
}
