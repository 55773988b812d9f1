package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.User;
import dev.drydock.spi.Kind;
import org.junit.jupiter.api.Test;

class InstructionReaderTest {

  @Test
  void theKeywordIsReportedAsWritten() {
    Parts parts = Parts.of("  r\\\nun x\n");
    assertThat(parts.keyword).isEqualTo("run");
    assertThat(parts.keywordText).isEqualTo("r\\\nun");
  }

  @Test
  void joiningPutsNothingBetweenLinesAndKeepsIndentation() {
    Parts parts = Parts.of("RUN a \\\r\n# c\r\n\r\n   b\r\n");
    assertThat(parts.joined).isEqualTo("RUN a    b");
    assertThat(parts.segments).containsExactly(0, 0, 6, 16);
    assertThat(parts.arguments).containsExactly("a    b");
  }

  @Test
  void flagsLoseTheirQuotesAndEscapes() {
    Parts parts = Parts.of("RUN --mount=type=cache,'target=/a b' --x=\"c\\\"d\" ls");
    assertThat(parts.flags).containsExactly("--mount=type=cache,target=/a b", "--x=c\"d");
    assertThat(parts.flagTexts).containsExactly("--mount=type=cache,'target=/a b'", "--x=\"c\\\"d\"");
    assertThat(parts.argumentText).isEqualTo("ls");
  }

  @Test
  void aFlagMayStraddleLines() {
    Parts parts = Parts.of("RUN --mount=type=cache,\\\n# c\ntarget=/a ls\n");
    assertThat(parts.flags).containsExactly("--mount=type=cache,target=/a");
    assertThat(parts.flagTexts).containsExactly("--mount=type=cache,\\\n# c\ntarget=/a");
  }

  @Test
  void twoDashesEndTheFlags() {
    Parts parts = Parts.of("RUN -- --mount=x");
    assertThat(parts.flags).isEmpty();
    assertThat(parts.arguments).containsExactly("--mount=x");
  }

  @Test
  void aFlagsBytesAreTakenForCharacters() {
    assertThat(Parts.of("COPY --chown=é a b").flags).containsExactly("--chown=Ã©");
  }

  @Test
  void anOddSpaceBeforeTwoDashesMakesThemNoFlag() {
    assertThat(Parts.of("RUN \u00A0--x y").flags).isEmpty();
    assertThat(Parts.of("RUN \u00A0--x y").arguments).containsExactly("--x y");
  }

  @Test
  void execFormIsAJsonArrayOfStringsAndNothingElse() {
    assertThat(Parts.of("CMD [\"a\", \"\\u0062\\n\"]").arguments).containsExactly("a", "b\n");
    assertThat(Parts.of("CMD [\"a\", \"b\"]").argumentTexts).containsExactly("\"a\"", "\"b\"");
    assertThat(Parts.of("CMD []").json).isTrue();
    assertThat(Parts.of("CMD ['a']").arguments).containsExactly("['a']");
    assertThat(Parts.of("CMD [\"a\"] # c").json).isFalse();
    assertThat(Parts.of("HEALTHCHECK CMD [\"a\"]").arguments).containsExactly("CMD", "a");
  }

  @Test
  void aGroupStandsAfterTheFirstColonOutsideAVariable() {
    User user = (User) Instruction.parse("USER ${U:-1000}:${G:-1000}");
    assertThat(user.user()).isEqualTo("${U:-1000}");
    assertThat(user.group()).contains("${G:-1000}");
    assertThat(user.withUser("app").text()).isEqualTo("USER app:${G:-1000}\n");
    assertThat(User.of("${U:-1000}").withGroup("g").text()).isEqualTo("USER ${U:-1000}:g\n");
    assertThat(User.of("${U:-1000}").group()).isEmpty();
  }

  @Test
  void aSwitchOfAFlagIsOffInWhateverCase() {
    assertThat(((Copy) Instruction.parse("COPY --link=FALSE a b")).isLinked()).isFalse();
    assertThat(((Copy) Instruction.parse("COPY --link=True a b")).isLinked()).isTrue();
  }

  @Test
  void wordsOfCopyAreSplitAtBlanksAlone() {
    assertThat(Parts.of("COPY 'a b' \t c\u00A0d /x").arguments)
        .containsExactly("'a", "b'", "c\u00A0d", "/x");
  }

  @Test
  void pairsOfEnvKeepTheirQuotes() {
    Parts parts = Parts.of("ENV A=\"b c\" D='e' \\\n F=g\\ h");
    assertThat(parts.arguments).containsExactly("A", "\"b c\"", "=", "D", "'e'", "=", "F", "g\\ h", "=");
    assertThat(parts.argumentTexts)
        .containsExactly("A", "\"b c\"", "=", "D", "'e'", "=", "F", "g\\ h", "=");
  }

  @Test
  void theOldFormOfEnvTakesTheRestOfTheLine() {
    assertThat(Parts.of("ENV A b c=d").arguments).containsExactly("A", "b c=d", "");
  }

  @Test
  void onbuildReportsWhatItHolds() {
    Parts parts = Parts.of("ONBUILD \\\n RUN --network=none ls\n");
    assertThat(parts.nested).isEqualTo(Kind.RUN);
    assertThat(parts.text.substring(parts.nestedStart)).isEqualTo("RUN --network=none ls\n");
    assertThat(parts.arguments).isEmpty();
  }

  @Test
  void heredocsAreReportedWithTheirBodies() {
    Parts parts = Parts.of("RUN 3<<-'E F' cat <<G\n\tx\n\tE F\ny\nG\n");
    assertThat(parts.heredocs)
        .containsExactly(
            new Parts.Doc("E F", false, true, 3, "3<<-'E F'", "\tx\n", 30),
            new Parts.Doc("G", true, false, 0, "<<G", "y\n", 34));
  }

  @Test
  void anUnterminatedHeredocEndsWhereItsBodyDoes() {
    assertThat(Parts.of("RUN <<E\nx").heredocs)
        .containsExactly(new Parts.Doc("E", true, false, 0, "<<E", "x", 9));
  }

  @Test
  void anUnknownInstructionHasOneEmptyArgument() {
    assertThat(Parts.of("FOO bar").arguments).containsExactly("");
  }

  @Test
  void nothingAtAllCanBeRead() {
    assertThat(Parts.of("").keyword).isEmpty();
    assertThat(Parts.of("\\").keyword).isEmpty();
  }
}
