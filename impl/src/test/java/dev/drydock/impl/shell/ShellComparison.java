package dev.drydock.impl.shell;

import dev.drydock.impl.check.BashSyntax;
import dev.drydock.shell.ShellScript;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Scripts as we read them beside what bash and shfmt say of them. */
final class ShellComparison {

  /** How many scripts each answer was given for. */
  final Map<String, Integer> counts = new TreeMap<>();

  /** Why scripts were declined that bash accepts, and how many were for each reason. */
  final Map<String, Integer> declined = new TreeMap<>();

  /** Scripts that are said to be understood, and that bash refuses or shfmt reads otherwise; with the difference. */
  final List<String> contradictions = new ArrayList<>();

  private ShellComparison() {}

  /** Compares what is read of each script. */
  static ShellComparison of(List<String> scripts, Path folder) throws IOException, InterruptedException {
    ShellComparison comparison = new ShellComparison();
    List<Boolean> bash = BashSyntax.accepts(scripts, Files.createTempDirectory(folder, "bash"));
    List<Optional<List<PeerCommand>>> shfmt =
        Shfmt.commands(scripts, Files.createTempDirectory(folder, "shfmt"));
    for (int i = 0; i < scripts.size(); i++) {
      comparison.add(scripts.get(i), bash.get(i), shfmt.get(i));
    }
    return comparison;
  }

  int count(String answer) {
    return counts.getOrDefault(answer, 0);
  }

  private void add(String text, boolean bash, Optional<List<PeerCommand>> shfmt) {
    ShellScript script = ShellScript.parse(text);
    boolean read = script.complete();
    count(bash ? "bash accepts" : "bash refuses", counts);
    count((bash ? "bash accepts: " : "bash refuses: ") + (read ? "read" : "declined"), counts);
    if (!read && bash) {
      count(script.unread().head().reason(), declined);
    }
    if (read && !bash) {
      Optional<Dialect> dialect = Stream.of(Dialect.values()).filter(one -> one.refusedByBash(text)).findFirst();
      contradicts("bash refuses", text, dialect);
    }
    if (read && shfmt.isPresent()) {
      Optional<String> difference = difference(ours(text, script), shfmt.get());
      count("shfmt parses: " + (difference.isPresent() ? "differs" : "agrees"), counts);
      if (difference.isPresent()) {
        Optional<Dialect> dialect =
            Stream.of(Dialect.values()).filter(one -> one.readOtherwiseByShfmt(text)).findFirst();
        contradicts(difference.get(), text, dialect);
      }
    }
  }

  private void contradicts(String what, String text, Optional<Dialect> dialect) {
    if (dialect.isPresent()) {
      count("dialect " + dialect.get(), counts);
    } else {
      contradictions.add(what + ": " + text);
    }
  }

  private static void count(String what, Map<String, Integer> counts) {
    counts.merge(what, 1, Integer::sum);
  }

  /** The commands that the shell itself runs: what they run in turn is another question. */
  private static List<PeerCommand> ours(String text, ShellScript script) {
    return script.commands().asJava().stream()
        .filter(command -> command.runBy().isEmpty())
        .filter(command -> !command.words().isEmpty() || !command.assignments().isEmpty())
        .map(command -> PeerCommand.of(text, command))
        .sorted(Comparator.comparingInt(PeerCommand::start))
        .toList();
  }

  private static Optional<String> difference(List<PeerCommand> ours, List<PeerCommand> theirs) {
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      if (!ours.get(i).agreesWith(theirs.get(i))) {
        return Optional.of(ours.get(i) + " is " + theirs.get(i) + " to shfmt");
      }
    }
    return ours.size() == theirs.size()
        ? Optional.empty()
        : Optional.of(ours.size() + " commands are " + theirs.size() + " to shfmt");
  }
}
