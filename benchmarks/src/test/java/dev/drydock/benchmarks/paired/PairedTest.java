package dev.drydock.benchmarks.paired;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.openrewrite.docker.tree.Docker;

class PairedTest {

  private static final String SERVICE = "FROM python:3.12-slim\nRUN pip install flask\n";

  @Test
  void ratiosAreTakenWithinARound() {
    Rounds rounds = new Rounds(10);
    for (double[] taken : new double[][] {{1, 2}, {4, 2}, {2, 2}}) {
      rounds.add("ours", taken[0]);
      rounds.add("theirs", taken[1]);
    }
    assertThat(rounds.report("theirs").lines())
        .containsExactly(
            "ours / theirs                                 1.00  (0.50 to 2.00) times as fast",
            "ours                                          5.00  (2.50 to 10.00) MB/s of CPU",
            "theirs                                        5.00  (5.00 to 5.00) MB/s of CPU");
  }

  @Test
  void eachContenderDoesItsWork() {
    assertThat((String) Contender.pythonCaching().work().apply(SERVICE)).contains("--mount=type=cache");
    assertThat(Contender.parse().work().apply(SERVICE)).hasToString(SERVICE);
    assertThat(Contender.rewriteDockerParse().work().apply(SERVICE)).isInstanceOf(Docker.File.class);
  }

  @Test
  void thereIsALineForEachRatioAndEachContender() {
    assertThat(Paired.report(List.of(SERVICE), 0, 2).lines())
        .hasSize(6)
        .first()
        .asString()
        .startsWith("pythonCaching / rewrite-docker's parse");
  }
}
