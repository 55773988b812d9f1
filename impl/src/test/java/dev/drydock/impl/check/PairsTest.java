package dev.drydock.impl.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Compares {@code pythonCaching()} with what maintainers wrote when they added cache mounts by hand, and writes the
 * table of {@code docs/coverage.md} to {@code target/pairs.md}.
 */
class PairsTest {

  /** In what a rewrite may differ from a maintainer's. */
  private enum Difference {
    NONE("none in the mounts of apt, pip and uv"),
    LISTS("only apt's lists, where they mount the whole of `/var/lib/apt`"),
    MORE("more RUNs: of apt, pip or uv, which they left without a mount"),
    PLACE("another target: they mount `/root/.cache`, or move the cache by a variable of their own"),
    DECLINED("fewer RUNs: declined, by the rules named"),
    OTHERS("they also mount what other tools than apt, pip and uv use"),
    ELSEWHERE("the commit changed other things too");

    private final String words;

    Difference(String words) {
      this.words = words;
    }
  }

  private static final String OURS = "/var/cache/apt(/archives)?|/var/lib/apt(/lists)?|.*/\\.cache/(pip|uv)|~/\\.cache/(pip|uv)";
  private static final String MOVED = ".*/\\.cache|.*(PIP|UV)_CACHE_DIR\\}?.*";

  @Test
  void everyDifferenceHasACategory() throws IOException {
    Map<String, Dockerfile> files = RealFiles.in("pairs.tar.gz");
    StringBuilder table = new StringBuilder("| pair | repository | differences | rules |\n|--:|---|---|---|\n");
    Map<Difference, Integer> counts = new TreeMap<>();
    List<String[]> rows = rows();
    for (String[] row : rows) {
      Rewrite rewrite = Transforms.pythonCaching().apply(file(files, row[0], "before"));
      List<String> ours = targets(rewrite.after());
      List<String> theirs = targets(file(files, row[0], "after"));
      SortedSet<Difference> differences = differences(ours, theirs);
      if (row[7].equals("0") && !differences.contains(Difference.NONE)) {
        differences.add(Difference.ELSEWHERE);
      }
      differences.forEach(difference -> counts.merge(difference, 1, Integer::sum));
      String rules = differences.contains(Difference.DECLINED) ? rules(rewrite) : "";
      table.append(
          String.format(
              "| %s | %s | %s | %s |%n",
              row[0],
              row[1],
              String.join(", ", differences.stream().map(d -> d.name().toLowerCase(java.util.Locale.ROOT)).toList()),
              rules));
      assertThat(differences).as(row[0]).isNotEmpty();
    }
    StringBuilder report = new StringBuilder("| in the mounts of | pairs |\n|---|--:|\n");
    counts.forEach(
        (difference, count) ->
            report.append(
                String.format(
                    "| `%s`: %s | %d |%n",
                    difference.name().toLowerCase(java.util.Locale.ROOT), difference.words, count)));
    Path target = Path.of("target");
    Files.createDirectories(target);
    Files.writeString(target.resolve("pairs.md"), report + "\n" + table, StandardCharsets.UTF_8);
    assertThat(rows).hasSize(51);
  }

  private static Dockerfile file(Map<String, Dockerfile> files, String pair, String which) {
    return Objects.requireNonNull(files.get("pairs/" + pair + "/" + which + ".Dockerfile"), pair);
  }

  private static List<String[]> rows() throws IOException {
    return Files.readAllLines(RealFiles.file("pairs.tsv")).stream()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .filter(row -> row[6].equals("1"))
        .sorted(Comparator.comparingInt(row -> Integer.parseInt(row[0])))
        .toList();
  }

  /** The targets of all cache mounts, in the order of the text. */
  private static List<String> targets(Dockerfile dockerfile) {
    return dockerfile.instructions().asJava().stream()
        .flatMap(instruction -> Joined.of(instruction).mounts().stream())
        .filter(MountText::isCache)
        .map(MountText::target)
        .toList();
  }

  private static SortedSet<Difference> differences(List<String> ours, List<String> theirs) {
    SortedSet<Difference> differences = new TreeSet<>();
    List<String> more = new ArrayList<>(ours);
    theirs.forEach(more::remove);
    List<String> less = new ArrayList<>(theirs);
    ours.forEach(less::remove);
    while (more.contains("/var/lib/apt/lists") && less.remove("/var/lib/apt")) {
      more.remove("/var/lib/apt/lists");
      differences.add(Difference.LISTS);
    }
    while (less.stream().anyMatch(target -> target.matches(MOVED)) && more.stream().anyMatch(t -> t.matches(".*/(pip|uv)"))) {
      more.remove(more.stream().filter(target -> target.matches(".*/(pip|uv)")).findFirst().orElseThrow());
      less.remove(less.stream().filter(target -> target.matches(MOVED)).findFirst().orElseThrow());
      differences.add(Difference.PLACE);
    }
    if (more.stream().anyMatch(target -> target.matches(OURS))) {
      differences.add(Difference.MORE);
    }
    if (less.stream().anyMatch(target -> target.matches(OURS + "|" + MOVED))) {
      differences.add(Difference.DECLINED);
    }
    if (differences.isEmpty()) {
      differences.add(Difference.NONE);
    }
    if (less.stream().anyMatch(target -> !target.matches(OURS + "|" + MOVED))) {
      differences.add(Difference.OTHERS);
    }
    return differences;
  }

  /** The rules by which RUNs were left alone, but for those that say nothing of a mount that is missing. */
  private static String rules(Rewrite rewrite) {
    return rewrite
        .notes(Note.Kind.KEPT)
        .map(Note::rule)
        .filter(rule -> rule.matches("mount-cache/.*|drop-cache-defeaters/.*/(user|home)-unknown"))
        .filter(rule -> !rule.matches(".*/(already-mounted|no-download)"))
        .distinct()
        .sorted()
        .map(rule -> "`" + rule + "`")
        .mkString(", ");
  }
}
