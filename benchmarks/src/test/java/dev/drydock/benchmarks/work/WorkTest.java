package dev.drydock.benchmarks.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WorkTest {

  private static final String LOOPING = Looping.class.getName();

  private final UnaryOperator<String> looping = Work.counted(Looping.class);

  @BeforeEach
  void initialiseTheClasses() {
    Work.of(looping, List.of("warm"));
  }

  @Test
  void methodsAndLambdasAreCountedAndSoAreRepetitions() {
    Work five = Work.of(looping, List.of("abcde"));
    assertThat(five.entries(LOOPING + ".apply")).isEqualTo(1);
    assertThat(five.entries(LOOPING + ".character")).isEqualTo(5);
    assertThat(five.entries(LOOPING + ".lambda$apply$0")).isEqualTo(5);
    assertThat(five.entries("io.vavr.collection.CharSeq.of")).isPositive();
    Work six = Work.of(looping, List.of("abcdef"));
    assertThat(six.steps() - five.steps()).as("a method, a lambda, a repetition").isEqualTo(3);
    assertThat(six.bytes()).isPositive();
  }

  @Test
  void theSameWorkIsTheSameNumber() {
    assertThat(Work.of(looping, List.of("ab", "c")).steps()).isEqualTo(Work.of(looping, List.of("ab", "c")).steps());
  }

  @Test
  void tooMuchWorkIsStopped() {
    long steps = Work.of(looping, List.of("abc")).steps();
    assertThat(Work.of(looping, List.of("abc"), steps).steps()).isEqualTo(steps);
    assertThatExceptionOfType(Counter.TooMuchWork.class)
        .isThrownBy(() -> Work.of(looping, List.of("abc"), steps - 1));
  }

  @Test
  void anInstructionIsReadOnceForItsProblemsAndForItsViews() {
    UnaryOperator<String> viewing = Work.counted(Viewing.class);
    String text = "# a\nFROM python AS a\nENV A=b\nRUN --mount=type=cache,target=/c <<EOF\nmake\nEOF\nCOPY a b\nRUN a && b\n";
    assertThat(Work.of(viewing, List.of(text)).entries("dev.drydock.impl.read.InstructionParts.read")).isEqualTo(5);
  }

  @Test
  void theReportSaysHowOftenANameIsAsked() {
    String report =
        WorkReport.report(
            List.of("FROM python\nRUN pip install a && cp b c\nONBUILD RUN pip install d\n"), "SimpleCommand.name");
    assertThat(report.lines().toList())
        .satisfies(lines -> assertThat(lines.get(0)).matches("SimpleCommand\\.name\\(\\) asked per command  [1-9]\\d*\\.\\d\\d"))
        .contains("1 files, 3 commands")
        .last()
        .asString()
        .endsWith("  dev.drydock.shell.SimpleCommand.name");
  }
}
