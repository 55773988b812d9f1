package dev.drydock.benchmarks.programs;

import dev.drydock.benchmarks.RealDockerfiles;
import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.caching.effect.BuiltInPrograms;
import dev.drydock.impl.caching.effect.Conduct;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The command: the programs of the corpus that no table knows, the most frequent first. */
public final class ProgramReport {

  private ProgramReport() {}

  /** The argument, where there is one, is a file with a table of further programs. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) throws IOException {
    if (!RealDockerfiles.named()) {
      System.out.println("The system property 'corpus' names no folder.");
      System.exit(2);
    }
    KnownPrograms more = arguments.length == 0 ? KnownPrograms.none() : KnownPrograms.parse(Files.readString(Path.of(arguments[0])));
    List<String> texts = RealDockerfiles.read().values().stream().map(bytes -> Dockerfile.decode(bytes).text()).toList();
    System.out.print(report(texts, BuiltInPrograms.all().and(more)));
  }

  /** How many commands of RUNs with a POSIX shell there are, of which conduct, and the names of those that are not known. */
  static String report(List<String> texts, KnownPrograms programs) {
    Map<Conduct, Integer> byConduct = new EnumMap<>(Conduct.class);
    Map<String, Integer> unknown = new TreeMap<>();
    for (String text : texts) {
      for (RunFacts run : FileFacts.of(Dockerfile.parse(text), PackageManagers.ALL, programs).runs()) {
        if (run.hasPosixShell() && !run.image().isWindows()) {
          for (Invocation command : run.invocations()) {
            Conduct conduct = run.conduct(command);
            byConduct.merge(conduct, 1, Integer::sum);
            if (conduct == Conduct.UNKNOWN_PROGRAM) {
              unknown.merge(command.name().isEmpty() ? command.words().head().text() : command.name(), 1, Integer::sum);
            }
          }
        }
      }
    }
    int commands = byConduct.values().stream().mapToInt(count -> count).sum();
    StringBuilder report = new StringBuilder();
    report.append(String.format(Locale.ROOT, "%d commands in %d files%n", commands, texts.size()));
    for (Conduct conduct : Conduct.values()) {
      int count = byConduct.getOrDefault(conduct, 0);
      report.append(
          String.format(Locale.ROOT, "%8d  %5.2f%%  %s%n", count, 100.0 * count / Math.max(1, commands), conduct.reason()));
    }
    report.append(String.format(Locale.ROOT, "%n%d programs that no table knows%n", unknown.size()));
    unknown.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(entry -> report.append(String.format(Locale.ROOT, "%8d  %s%n", entry.getValue(), entry.getKey())));
    return report.toString();
  }
}
