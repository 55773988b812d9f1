package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Env;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Label;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Stage;
import dev.drydock.dockerfile.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A changed file has the characters that it had, but for those that were to change. */
class ChangingTest {

  private static final Dockerfile SERVICE =
      Dockerfile.parse(
          """
          FROM python:3.12-slim AS build   # slim
          ENV PIP_NO_CACHE_DIR=1 \\
              # a comment
              A='b c'

          FROM build
          RUN make
          """
              .replace("   # slim", ""));

  @Test
  void anImageGetsAnotherTag() {
    From from = SERVICE.stage("build").from();
    // snippet
    Dockerfile newer = SERVICE.replace(from, from.withImage(from.image().withTag("3.13-slim")));
    // end
    assertThat(newer.text()).isEqualTo(SERVICE.text().replace("3.12", "3.13"));
  }

  @Test
  void aVariableComesAndAnotherGoes() {
    Env env = SERVICE.all(Env.class).head();
    // snippet
    Env changed = env.with("PYTHONUNBUFFERED", "1").without("PIP_NO_CACHE_DIR");
    // end
    assertThat(changed.text())
        .isEqualTo("ENV \\\n    # a comment\n    A='b c' \\\n    PYTHONUNBUFFERED=1\n");
    assertThat(changed.value("PYTHONUNBUFFERED")).contains("1");
    assertThat(changed.value("PIP_NO_CACHE_DIR")).isEmpty();
    assertThat(env.without("B")).isSameAs(env);
    assertThatIllegalArgumentException().isThrownBy(() -> Env.of("A", "1").without("A")).withMessageContaining("remove the instruction");
    assertThat(Label.of("a", "1").with("b", "2").without("a").text()).isEqualTo("LABEL b=2\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "b                 | b",
        "`'b c'`           | b c",
        "\"b $PATH\"       | b $PATH",
        "\"b \\\" \\n \\$5\" | b \" \\n $5",
        "b\\ c             | b c",
        "'\\'\"x\"         | \\x",
        "${A:-\"x y\"}     | ${A:-\"x y\"}",
        "\"${A:-}}\"       | ${A:-}}",
        "${                | ${",
      })
  void aValueIsWithoutQuotesAndEscapes(String written, String value) {
    assertThat(((Env) Instruction.parse("ENV A=" + written)).value("A")).contains(value);
    assertThat(((Label) Instruction.parse("LABEL A=0 A=" + written)).value("A")).contains(value);
  }

  @Test
  void aValueHasTheEscapeCharacterOfItsFile() {
    Dockerfile file = Dockerfile.parse("# escape=`\nFROM windows\nENV A=\"C:\\b `\"c`\"\"\n");
    assertThat(file.all(Env.class).head().value("A")).contains("C:\\b \"c\"");
  }

  @Test
  void aLabelGoesToTheEndOfItsStage() {
    // snippet
    Stage labelled = SERVICE.stage("build").append(Label.of("tier", "backend"));
    // end
    assertThat(labelled.dockerfile().text()).isEqualTo(SERVICE.text().replace("'b c'\n", "'b c'\nLABEL tier=backend\n"));
  }

  @Test
  void allOfOneKindChange() {
    assertThat(SERVICE.map(From.class, from -> from.platform("linux/arm64")).text())
        .isEqualTo(SERVICE.text().replace("FROM", "FROM --platform=linux/arm64"));
    assertThat(SERVICE.map(Construct.class, construct -> construct)).isSameAs(SERVICE);
    assertThat(SERVICE.all(Construct.class)).isEqualTo(SERVICE.constructs());
    assertThat(SERVICE.all(Run.class).map(Run::text)).containsExactly("RUN make\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RUN make \\;                 | RUN make;",
        "RUN make \\                  | RUN make;",
        "RUN make\\\t \t;             | RUN make;",
        "RUN make;                    | RUN make;",
        "RUN make \\\\;               | RUN make \\\\;",
        "RUN make \\;  # a comment;;  | RUN make;  # a comment;;",
        "RUN a \\;  && b \\;# c;  \\;  | RUN a \\;  && b;# c;;",
        "RUN make \\ \\ ;             | RUN make;",
        "RUN make \\;\\;\\            | RUN make;;",
        "# a comment \\;              | # a comment \\;",
        "RUN \\;                      | RUN;",
      })
  void aLastLineThatGoesOnIsCompleted(String lines, String completed) {
    for (String lineEnding : new String[] {"\n", "\r\n"}) {
      Dockerfile file = Dockerfile.parse("FROM debian;".replace(";", lineEnding) + lines.strip().replace(";", lineEnding));
      String expected = ("FROM debian;" + completed + "USER app;").replace(";", lineEnding);
      assertThat(file.append(User.of("app")).text()).isEqualTo(expected);
      assertThat(file.stage("0").append(User.of("app")).dockerfile().text()).isEqualTo(expected);
      assertThat(file.append(User.of("app")).constructs().head()).isSameAs(file.constructs().head());
      assertThat(file.append()).isSameAs(file);
    }
  }

  @Test
  void aLastLineIsCompletedWithTheEscapeCharacterOfItsFile() {
    Dockerfile file = Dockerfile.parse("# escape=`\nFROM windows\nRUN dir C:\\ `\n");
    assertThat(file.append(Comment.of("end")).text()).isEqualTo("# escape=`\nFROM windows\nRUN dir C:\\\n# end\n");
  }
}
