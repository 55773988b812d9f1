package dev.drydock.impl.caching.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a Dockerfile writes into files itself, and what its commands run of it or are given to run. */
class WrittenTextsTest {

  private static FileFacts facts(String lines) {
    return FileFacts.of(Dockerfile.parse("FROM debian:12\n" + lines.replace(" // ", "\n") + "\n"), Vector.empty());
  }

  private static String into(String lines, String file) {
    return facts(lines).writtenTexts().into(file).map(String::strip).mkString(" | ").replace("\n", " / ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "RUN echo flask > r.txt                                          ; echo flask > r.txt",
        "RUN echo flask >> /app/r.txt                                    ; echo flask >> /app/r.txt",
        "RUN echo flask | tee -a r.txt                                   ; echo flask / tee -a r.txt",
        "COPY <<EOF /app/r.txt // flask // EOF                           ; flask",
        "COPY <<r.txt /app/ // flask // r.txt                            ; flask",
        "RUN cat > r.txt <<EOF // flask // EOF                           ; flask / EOF",
        "RUN echo a > r.txt // RUN echo b > x/r.txt                      ; echo a > r.txt | echo b > x/r.txt",
        "RUN <<EOF // cat > r.txt <<X && ls // flask // X // echo x // EOF ; cat > r.txt <<X && ls / flask / X",
        "RUN <<EOF // cat > r.txt <<X // flask // X // EOF               ; cat > r.txt <<X / flask / X / EOF",
        "RUN cat < r.txt > other.txt                                     ; ''",
        "RUN sort x > r.txt                                              ; ''",
        "RUN tee < r.txt other.txt                                       ; ''"
      })
  void whatIsWrittenStandsUnderTheNameOfTheFile(String lines, String text) {
    assertThat(into(lines, "/any/r.txt")).isEqualTo(text);
  }

  @Test
  void aFileMayWriteNone() {
    assertThat(facts("RUN make > log").writtenTexts().isEmpty()).isTrue();
    assertThat(facts("RUN echo x > log").writtenTexts().isEmpty()).isFalse();
  }

  /** The texts that the last command of the last RUN runs, after their kinds. */
  private static String run(String lines) {
    FileFacts facts = facts(lines);
    RunFacts run = facts.runs().last();
    return facts.writtenTexts()
        .runBy(run, run.invocations().last())
        .map(text -> text.kind() + " " + text.text().strip().replace("\n", " / "))
        .mkString(" | ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      value = {
        "RUN bash <<< 'echo hi' @ PIPE 'echo hi'",
        "RUN echo 'ls' | bash @ PIPE echo 'ls'",
        "RUN echo 'ls' | bash -s -- x @ PIPE echo 'ls'",
        "RUN echo 'ls' | bash /dev/stdin @ PIPE echo 'ls'",
        "RUN echo 'CC=clang' | . /dev/stdin @ PIPE echo 'CC=clang'",
        "RUN echo a; echo 'ls' | bash @ PIPE echo 'ls'",
        "RUN { echo a; echo b; } | bash @ PIPE echo a / echo b",
        "RUN python3 -c 'import x' @ PROGRAM python3 -c 'import x'",
        "RUN echo 1 > x.py // RUN python3 x.py @ PROGRAM python3 x.py | SCRIPT echo 1 > x.py",
        "RUN python3.10 x.py @ PROGRAM python3.10 x.py",
        "RUN python3.9 x.py @ PROGRAM python3.9 x.py",
        "RUN echo ls > x.sh // RUN bash x.sh @ SCRIPT echo ls > x.sh",
        "RUN echo ls > x.sh // RUN ./x.sh y @ SCRIPT echo ls > x.sh",
        "RUN echo X=1 > x.sh // RUN . /app/x.sh @ SCRIPT echo X=1 > x.sh",
        "RUN echo ls > x.sh && bash x.sh @ SCRIPT echo ls > x.sh"
      })
  void aCommandRunsWhatItIsGivenOrWhatWasWrittenBeforeIt(String lines, String texts) {
    assertThat(run(lines)).isEqualTo(texts);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN bash < x.sh", "RUN echo x | cat /dev/stdin", "RUN echo x | bash x.sh", "RUN echo ls > x.sh // RUN make x.sh",
        "RUN echo ls > x.sh // RUN echo x.sh", "RUN python3-config --libs", "RUN echo ls > echo // RUN echo x", "RUN echo ls > x.sh // RUN bash y.sh"
      })
  void anyOtherCommandRunsNoneOfIt(String lines) {
    assertThat(run(lines)).isEmpty();
  }

  @Test
  void whatIsWrittenLaterIsNotRunYet() {
    FileFacts facts = facts("RUN bash x.sh // RUN echo ls > x.sh");
    RunFacts first = facts.runs().head();
    assertThat(facts.writtenTexts().runBy(first, first.invocations().head())).isEmpty();
  }
}
