package dev.drydock.impl.peers;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Stage;
import dev.drydock.impl.check.Joined;
import dev.drydock.impl.check.MountText;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A file before and after a rewrite by whatever program: its instructions in pairs, as like as possible and in order. */
final class Pairing {

  private static final double SAME = 3;

  final Dockerfile before;
  final Dockerfile after;
  final List<Pair> pairs = new ArrayList<>();
  final List<Instruction> lost = new ArrayList<>();
  final List<Instruction> added = new ArrayList<>();

  /** An instruction of the input and the one of the output that it became. */
  record Pair(Instruction was, Instruction is, Joined before, Joined after) {

    boolean isSame() {
      return same(was, is);
    }

    boolean isRun() {
      return Pairing.isRun(is);
    }

    /** The cache mounts that it was given. */
    List<MountText> mounts() {
      return after.mounts().stream()
          .filter(MountText::isCache)
          .filter(mount -> before.mounts().stream().noneMatch(mount::isButForSharing))
          .toList();
    }
  }

  Pairing(Dockerfile before, Dockerfile after) {
    this.before = before;
    this.after = after;
    pair(before.instructions().asJava(), after.instructions().asJava());
  }

  /** The pairs of RUNs that were given a cache mount. */
  List<Pair> mounted() {
    return pairs.stream().filter(pair -> pair.isRun() && !pair.mounts().isEmpty()).toList();
  }

  /** The stages that an instruction of the output belongs to, its own last; none before the first FROM. */
  Vector<Stage> lineage(Pair pair) {
    return after.stage(pair.is()).map(Stage::lineage).getOrElse(Vector.empty());
  }

  /** The pairs after one in the same image, and in those that are built on it. */
  List<Pair> following(Pair pair) {
    return pairs.stream()
        .filter(other -> after.index(other.is()) > after.index(pair.is()))
        .filter(other -> lineage(other).containsAll(after.stage(pair.is()).toList()))
        .toList();
  }

  /** All that the image says before an instruction of the output, heredocs included, and the instruction itself. */
  String textUpTo(Pair pair) {
    StringBuilder text = new StringBuilder();
    for (Stage stage : lineage(pair)) {
      for (Instruction instruction : stage.instructions()) {
        if (after.index(instruction) <= after.index(pair.is())) {
          text.append(Joined.of(instruction).command()).append('\n');
          instruction.heredocs().forEach(heredoc -> text.append(heredoc.content()).append('\n'));
        }
      }
    }
    return text.toString();
  }

  /** Where an instruction stands, for people. */
  String line(Pair pair) {
    return "line " + before.line(pair.was());
  }

  private void pair(List<Instruction> old, List<Instruction> now) {
    double[][] best = new double[old.size() + 1][now.size() + 1];
    List<Joined> olds = old.stream().map(Joined::of).toList();
    List<Joined> nows = now.stream().map(Joined::of).toList();
    for (int i = old.size() - 1; i >= 0; i--) {
      for (int j = now.size() - 1; j >= 0; j--) {
        double likeness = likeness(old.get(i), now.get(j), olds.get(i), nows.get(j));
        double both = likeness > 0 ? likeness + best[i + 1][j + 1] : 0;
        best[i][j] = Math.max(both, Math.max(best[i + 1][j], best[i][j + 1]));
      }
    }
    int i = 0;
    int j = 0;
    while (i < old.size() && j < now.size()) {
      double likeness = likeness(old.get(i), now.get(j), olds.get(i), nows.get(j));
      if (likeness > 0 && best[i][j] == likeness + best[i + 1][j + 1]) {
        pairs.add(new Pair(old.get(i), now.get(j), olds.get(i), nows.get(j)));
        i++;
        j++;
      } else if (best[i][j] == best[i + 1][j]) {
        lost.add(old.get(i++));
      } else {
        added.add(now.get(j++));
      }
    }
    lost.addAll(old.subList(i, old.size()));
    added.addAll(now.subList(j, now.size()));
  }

  private static double likeness(Instruction old, Instruction now, Joined before, Joined after) {
    if (!old.keyword().equals(now.keyword())) {
      return 0;
    }
    if (same(old, now)) {
      return SAME;
    }
    Set<String> words = isRun(old) ? new HashSet<>(before.segments()) : words(before);
    Set<String> kept = isRun(now) ? new HashSet<>(after.segments()) : words(after);
    kept.retainAll(words);
    return 1 + (double) kept.size() / (words.size() + 1);
  }

  private static Set<String> words(Joined text) {
    Set<String> words = new HashSet<>();
    Collections.addAll(words, text.command().strip().split("\\s+", -1));
    return words;
  }

  private static boolean isRun(Instruction instruction) {
    return instruction.text().matches("(?is)\\s*(onbuild\\s+)?run\\b.*");
  }

  /** Whether BuildKit is told the same. */
  private static boolean same(Instruction old, Instruction now) {
    return old.keyword().equals(now.keyword())
        && old.flags().map(flag -> flag.text()).equals(now.flags().map(flag -> flag.text()))
        && old.arguments().equals(now.arguments())
        && old.heredocs().map(heredoc -> heredoc.content()).equals(now.heredocs().map(heredoc -> heredoc.content()));
  }
}
