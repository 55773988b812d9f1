package dev.drydock.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoalsTest {

  private static final String SERVICE = "FROM python:3.12-slim\nRUN pip install flask\n";

  @Test
  void aGoalIsMetByItsMedian() {
    assertThat(Goal.atLeast(2, "×", "a", List.of(1.0, 2.5, 3.0)).row()).isEqualTo("| a | ≥ 2.00 × | 2.50 (1.00 to 3.00) × | met |\n");
    assertThat(Goal.atMost(60, "B", "b", 129.4).row()).isEqualTo("| b | ≤ 60.0 B | 129 B | **missed** |\n");
  }

  @Test
  void aSampleCountsForThePackageNearestToIt() {
    Profile profile =
        Profile.of(
            List.of(
                List.of("io.vavr.collection.Vector", "dev.drydock.impl.shell.WordReader", "dev.drydock.shell.ShellScript"),
                List.of("dev.drydock.shell.ShellScript$$Lambda$297+0x00007fc0e50cc800.12", "dev.drydock.benchmarks.paired.Rounds"),
                List.of("java.lang.String", "dev.drydock.benchmarks.paired.Rounds")));
    assertThat(profile.table().lines())
        .containsExactly(
            "| package, with the libraries that it calls | samples |",
            "|---|---:|",
            "| `dev.drydock.impl.shell` | 50.0 % |",
            "| `dev.drydock.shell` | 50.0 % |",
            "| of all samples, those within Vavr | 50.0 % |");
  }

  @Test
  void thePageHasEachGoalAndEachContender() {
    Rounds rounds = Rounds.measured(Goals.CONTENDERS, List.of(SERVICE), Goals.megabytes(List.of(SERVICE)), 0, 1);
    assertThat(Goals.report(rounds, List.of(SERVICE), "a start\t0.25\ts\t0.2 0.3 0.4\n", 0, 1))
        .contains("| a start | ≤ 0.25 s | 0.30 (0.20 to 0.40) s | **missed** |\n")
        .contains("| parse + pythonCaching + text | ≥ 40.0 MB/s |", "| a file from nothing |", "## Where the time")
        .startsWith("# Goals, and what was measured\n");
  }

  @Test
  void thePictureHasABarForEachContender() {
    Rounds rounds = new Rounds(2);
    rounds.add("peer", 1.0);
    rounds.add("ours", 0.1);
    assertThat(SpeedPlot.of(rounds, List.of("ours", "peer"), "peer", "peer"))
        .startsWith("<svg ")
        .contains("as fast as peer", ">ours</text>", ">10.0 × (20.0 MB/s)</text>", ">1.00 × (2.00 MB/s)</text>")
        .contains("width=\"400.0\" height=\"18\" fill=\"#3d7ea6\"", "width=\"200.0\" height=\"18\" fill=\"#8d99ae\"")
        .endsWith("</svg>\n");
  }

  @Test
  void whatIsBuiltFromNothingIsAFile() {
    assertThat((String) Contender.fromNothing().work().apply("python:3.12-slim"))
        .startsWith("FROM python:3.12-slim AS build\n")
        .contains("CMD [\"python\", \"-m\", \"service\"]");
  }
}
