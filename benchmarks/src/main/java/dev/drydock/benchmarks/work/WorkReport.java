package dev.drydock.benchmarks.work;

import dev.drydock.benchmarks.RealDockerfiles;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The command: what {@code pythonCaching()} asks over the corpus, for each shell command in it. */
public final class WorkReport {

  private static final int MOST = 40;

  private WorkReport() {}

  /** The argument is a part of the names of the methods that are listed; without one the library's busiest are. */
  @SuppressWarnings("SystemOut")
  public static void main(String[] arguments) {
    if (!RealDockerfiles.named()) {
      System.out.println("The system property 'corpus' names no folder.");
      System.exit(2);
    }
    List<String> texts = RealDockerfiles.read().values().stream().map(bytes -> Dockerfile.decode(bytes).text()).toList();
    System.out.print(report(texts, arguments.length == 0 ? "dev.drydock." : arguments[0]));
  }

  /** Entries for each command, of {@code SimpleCommand.name()} first, then of the methods that are meant. */
  static String report(List<String> texts, String methods) {
    long commands = texts.stream().mapToLong(WorkReport::commands).sum();
    Work work = Work.of(Work.counted(Rewriting.class), texts);
    double each = Math.max(1, commands);
    StringBuilder report = new StringBuilder();
    report.append(
        String.format(
            Locale.ROOT,
            "SimpleCommand.name() asked per command  %.2f%n%d files, %d commands%n"
                + "steps per command  %.1f%nbytes allocated per command  %.0f%n"
                + "entries per command, entries, method%n",
            work.entries(SimpleCommand.class.getName() + ".name") / each,
            texts.size(),
            commands,
            work.steps() / each,
            work.bytes() / each));
    work.entries().entrySet().stream()
        .filter(entry -> entry.getKey().contains(methods))
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MOST)
        .forEach(
            entry ->
                report.append(
                    String.format(
                        Locale.ROOT, "%9.2f %12d  %s%n", entry.getValue() / each, entry.getValue(), entry.getKey())));
    return report.toString();
  }

  /** The simple commands of all RUNs, also of those that an ONBUILD holds. */
  private static long commands(String text) {
    long commands = 0;
    for (Construct construct : Dockerfile.parse(text).constructs()) {
      if (construct instanceof Run run) {
        commands += commands(run);
      } else if (construct instanceof OnBuild onBuild && onBuild.instruction().getOrNull() instanceof Run run) {
        commands += commands(run);
      }
    }
    return commands;
  }

  private static int commands(Run run) {
    return run.script().map(ShellScript::commands).map(all -> all.size()).getOrElse(0);
  }
}
