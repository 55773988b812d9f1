package dev.drydock.impl.peers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.peers.Command.Time;
import dev.drydock.impl.peers.Race.Lap;
import dev.drydock.impl.peers.Race.Runner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page, and the parts that are put into it. */
class PageTest {

  @Test
  void whatIsWrittenByHandStays() {
    Page page = new Page(List.of());
    assertThat(page.over("# Old\n\n## What tally does better\n\nIt starts at once.\n"))
        .startsWith("# Beside the peers\n")
        .endsWith("\n\n## What tally does better\n\nIt starts at once.\n")
        .doesNotContain("Old");
  }

  @Test
  void whatCouldNotBeHadIsSaid() {
    assertThat(new Page(List.of("a@1")).text()).contains("could not be had").contains("a@1");
    assertThat(new Page(List.of()).text()).doesNotContain("could not be had");
  }

  @Test
  void eachProgramHasAColumnAndEachCheckARow() {
    Map<Rewriter, Verdict> verdicts = new LinkedHashMap<>();
    Verdict verdict = Verdict.of(new TreeMap<>(Map.of("1", Dockerfile.parse("FROM a\nRUN b\n"))), new TreeMap<>(Map.of("1", Dockerfile.parse("FROM a\n"))));
    verdicts.put(new Rewriter("one", "one FILE", Command.of("one"), true), verdict);
    Page page = new Page(List.of());
    page.verdicts(verdicts, 1, 2);
    assertThat(page.over("# Old\n\n## What comes out\n\nold\n\n## Whole processes\n\nkept\n"))
        .doesNotContain("old")
        .endsWith("\n\n## Whole processes\n\nkept\n")
        .contains("- one: `one FILE`\n", "| files | one |\n", "| changed | 1 |\n", "| instructions lost or altered | 1 |\n", "| mounts without use | 0 |\n")
        .contains("- **a second run changes the file**: ");
  }

  @Test
  void timesAreMediansAndRatiosAreOfOneRound() {
    Runner slow = new Runner("slow", "formats", tree -> Command.of("a"));
    Runner first = new Runner("first", "rewrites", tree -> Command.of("b"));
    Race race = new Race();
    for (double seconds : List.of(1.0, 4.0, 2.0)) {
      race.add(first, new Lap(new Time(0.5, 0.25), new Time(2 * seconds, seconds)));
      race.add(slow, new Lap(new Time(0.5, 0.25), new Time(9, 2 * seconds)));
    }
    assertThat(race.table())
        .endsWith(
            """
            | first | rewrites | 2.00 (1.00–4.00) | 1.00 (1.00–1.00) | 4.00 (2.00–8.00) | 0.25 (0.25–0.25) |
            | slow | formats | 4.00 (2.00–8.00) | 2.00 (2.00–2.00) | 9.00 (9.00–9.00) | 0.25 (0.25–0.25) |
            """);
  }

  @Test
  void aPackageInAnotherVersionIsMissing(@TempDir Path folder) throws IOException {
    Path list = Files.writeString(folder.resolve("packages.txt"), "@a/b@1.2\nc@3\n");
    Files.createDirectories(folder.resolve("node_modules/@a/b"));
    Files.writeString(folder.resolve("node_modules/@a/b/package.json"), "{\"version\": \"1.2\"}");
    Files.createDirectories(folder.resolve("node_modules/c"));
    Files.writeString(folder.resolve("node_modules/c/package.json"), "{\"version\": \"4\"}");
    Installed installed = Installed.of(folder, list, folder.resolve("node.js"));
    assertThat(installed.missing()).containsExactly("c@3");
    assertThat(installed.has(List.of("@a/b"))).isTrue();
    assertThat(installed.version("@a/b")).isEqualTo("@a/b@1.2");
  }

  @Test
  void onlyErrorsThatWereNotThereAreAdded() {
    assertThat(Installed.added(Map.of("1", List.of("5", "7")), Map.of("1", List.of("5", "5"), "2", List.of("7"))))
        .containsEntry("1", List.of("dockerfile-utils: error 5"))
        .containsEntry("2", List.of("dockerfile-utils: error 7"));
  }
}
