package dev.drydock.impl.peers;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.check.BashSyntax;
import dev.drydock.impl.peers.Check.Harm;
import dev.drydock.impl.peers.Pairing.Pair;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is wrong with a tree that was rewritten, by check and by file. */
final class Verdict {

  static final Check BASH =
      new Check("bash cannot read a RUN", "`bash -n` refuses the command of a RUN that it accepted before.", Harm.DAMAGED, file -> List.of());

  /** What other readers refuse and did not before; asked for whole trees. */
  static final Check OTHER_READERS =
      new Check(
          "other readers find an error",
          "dockerfile-utils finds an error of a kind that it did not find before, or tally, with BuildKit's own parser in it, cannot read the file.",
          Harm.DAMAGED,
          file -> List.of());

  static final Check AGAIN =
      new Check("a second run changes the file", "The program changes its own output once more.", Harm.OF_LESS_USE, file -> List.of());

  private final Map<Check, SortedMap<String, List<String>>> found = new LinkedHashMap<>();
  private final Set<String> changed = new HashSet<>();
  private int mounts;

  /** Asks the checks that need nothing but two texts, and bash. */
  static Verdict of(SortedMap<String, Dockerfile> before, SortedMap<String, Dockerfile> after) {
    Verdict verdict = new Verdict();
    List<String> names = new ArrayList<>();
    List<String> commands = new ArrayList<>();
    before.forEach(
        (name, was) -> {
          Dockerfile is = after.getOrDefault(name, was);
          if (was.equals(is)) {
            return;
          }
          verdict.changed.add(name);
          Pairing pairing = new Pairing(was, is);
          verdict.mounts += pairing.mounted().stream().mapToInt(pair -> pair.mounts().size()).sum();
          Checks.ALL.forEach(check -> verdict.add(check, name, check.findings().apply(pairing)));
          for (Pair pair : pairing.pairs) {
            if (pair.isRun() && !pair.before().command().equals(pair.after().command()) && !pair.is().execForm()) {
              names.add(name);
              commands.add(pair.before().command());
              commands.add(pair.after().command());
            }
          }
        });
    List<Boolean> accepted = accepted(commands);
    for (int i = 0; i < accepted.size(); i += 2) {
      if (accepted.get(i) && !accepted.get(i + 1)) {
        verdict.add(BASH, names.get(i / 2), List.of(commands.get(i + 1)));
      }
    }
    return verdict;
  }

  private static List<Boolean> accepted(List<String> commands) {
    if (!BashSyntax.exists()) {
      return List.of();
    }
    try {
      return BashSyntax.accepts(commands, Files.createTempDirectory("drydock-peers"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Adds what somebody found in a file; nothing is no finding. */
  void add(Check check, String name, List<String> findings) {
    if (!findings.isEmpty()) {
      found.computeIfAbsent(check, key -> new TreeMap<>()).computeIfAbsent(name, key -> new ArrayList<>()).addAll(findings);
    }
  }

  /** How many files the program changed. */
  int changed() {
    return changed.size();
  }

  boolean isChanged(String name) {
    return changed.contains(name);
  }

  /** How many cache mounts it added. */
  int mounts() {
    return mounts;
  }

  /** The files in which a check found something. */
  Set<String> files(Check check) {
    return found.getOrDefault(check, new TreeMap<>()).keySet();
  }

  /** The files with this kind of harm, by whichever check. */
  Set<String> files(Harm harm) {
    Set<String> files = new HashSet<>();
    found.forEach((check, named) -> {
      if (check.harm() == harm) {
        files.addAll(named.keySet());
      }
    });
    return files;
  }

  /** Each finding on a line, with the file and the check. */
  void write(Path file) {
    List<String> lines = new ArrayList<>();
    found.forEach(
        (check, named) ->
            named.forEach((name, findings) -> findings.forEach(each -> lines.add(name + " [" + check.name() + "] " + each.replaceAll("\\s+", " ")))));
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
