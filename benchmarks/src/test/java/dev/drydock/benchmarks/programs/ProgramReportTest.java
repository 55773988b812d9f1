package dev.drydock.benchmarks.programs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.KnownPrograms;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The programs that no table knows, by how often they are called. */
class ProgramReportTest {

  private static final KnownPrograms PROGRAMS = KnownPrograms.parse("harmless: echo\nproject: make\nscript: sh");

  @Test
  void whatNoTableKnowsIsCountedByItsName() {
    List<String> texts =
        List.of(
            "FROM debian\nRUN echo a && rare x && frequent y\nRUN /usr/bin/frequent z || ./own\n",
            "FROM debian\nRUN [\"make\"]\nRUN sh x.sh\nSHELL [\"cmd\"]\nRUN windows\n");
    assertThat(ProgramReport.report(texts, PROGRAMS).lines())
        .containsExactly(
            "7 commands in 2 files",
            "       1  14.29%  does what its words say",
            "       0   0.00%  keeps files of its own in the home directory",
            "       1  14.29%  runs code of the project",
            "       0   0.00%  calls package managers itself",
            "       3  42.86%  is not known",
            "       2  28.57%  runs what is not in the file",
            "",
            "2 programs that no table knows",
            "       2  frequent",
            "       1  rare");
  }

  @Test
  void noFilesHaveNoCommands() {
    assertThat(ProgramReport.report(List.of(), PROGRAMS)).startsWith("0 commands in 0 files").endsWith("0 programs that no table knows\n");
  }
}
