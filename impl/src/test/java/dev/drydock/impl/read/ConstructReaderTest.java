package dev.drydock.impl.read;

import static dev.drydock.spi.Kind.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConstructReaderTest {

  @Test
  void anEmptySourceHasNoConstructs() {
    assertThat(Constructs.of("").list).isEmpty();
  }

  @Test
  void eachCommentAndEachBlankLineStandsAlone() {
    assertThat(Constructs.of("# one\n# two\n\n \t\r\nFROM a").kinds())
        .containsExactly(COMMENT, COMMENT, BLANK_LINE, BLANK_LINE, FROM);
  }

  @Test
  void aByteOrderMarkBelongsToTheFirstConstruct() {
    assertThat(Constructs.of("\uFEFFFROM a\n").texts()).containsExactly("\uFEFFFROM a\n");
    assertThat(Constructs.of("\uFEFF# escape=`\n").kinds()).containsExactly(PARSER_DIRECTIVE);
    assertThat(Constructs.of("\uFEFF").kinds()).containsExactly(BLANK_LINE);
  }

  @Test
  void onlyTheFirstLineMayCarryAByteOrderMark() {
    assertThat(Constructs.of("FROM a\n\uFEFFRUN b\n").kinds()).containsExactly(FROM, UNKNOWN);
  }

  @Test
  void commentsAndBlankLinesInsideAContinuationBelongToTheInstruction() {
    assertThat(Constructs.of("RUN a \\\n# c \\\n\n  b\nRUN d\n").texts())
        .containsExactly("RUN a \\\n# c \\\n\n  b\n", "RUN d\n");
  }

  @Test
  void blanksBehindTheEscapeDoNotEndTheContinuation() {
    assertThat(Constructs.of("RUN a \\ \t\r\n b\nRUN c\n").list).hasSize(2);
  }

  @Test
  void twoEscapesContinueNothing() {
    assertThat(Constructs.of("RUN a \\\\\nRUN b\n").list).hasSize(2);
  }

  @Test
  void aContinuationMayEndWithTheSource() {
    assertThat(Constructs.of("RUN a \\").texts()).containsExactly("RUN a \\");
    assertThat(Constructs.of("RUN a \\\n# c").texts()).containsExactly("RUN a \\\n# c");
  }

  @Test
  void aCommentIsNotContinued() {
    assertThat(Constructs.of("# c \\\nRUN a\n").kinds()).containsExactly(COMMENT, RUN);
  }

  @Test
  void aKeywordMayBeSplitOverLines() {
    assertThat(Constructs.of("FR\\\nOM a\n\\\n  run b\n").kinds()).containsExactly(FROM, RUN);
  }

  @Test
  void aKeywordIsReadInAnyCase() {
    assertThat(Constructs.of("from a\nHealthCheck NONE\n").kinds()).containsExactly(FROM, HEALTHCHECK);
  }

  @Test
  void aLoneCarriageReturnEndsNoLine() {
    assertThat(Constructs.of("FROM a\rRUN b\n").list).hasSize(1);
  }

  @Test
  void oddSpacesMayStandBeforeAnInstruction() {
    assertThat(Constructs.of("\u00A0\u000B\fRUN a\n").kinds()).containsExactly(RUN);
  }

  @Test
  void directivesMayBeIndentedAndComeInAnyOrder() {
    Constructs constructs = Constructs.of("# check=skip=all\n  # ESCAPE = `\n# syntax=a\nRUN a `\n b\n");
    assertThat(constructs.kinds())
        .containsExactly(PARSER_DIRECTIVE, PARSER_DIRECTIVE, PARSER_DIRECTIVE, RUN);
    assertThat(constructs.escape).isEqualTo('`');
  }

  @Test
  void whatIsNoKnownDirectiveEndsTheirRegion() {
    for (String line : new String[] {"", "# words", "# other=x", "#!/bin/sh", "FROM a"}) {
      Constructs constructs = Constructs.of(line + "\n# escape=`\n");
      assertThat(constructs.kinds().get(1)).as(line).isEqualTo(COMMENT);
      assertThat(constructs.escape).as(line).isEqualTo('\\');
    }
  }

  @Test
  void aRepeatedOrBadDirectiveIsStillADirective() {
    assertThat(Constructs.of("# escape=x\n# escape=`\n").kinds())
        .containsExactly(PARSER_DIRECTIVE, PARSER_DIRECTIVE);
    assertThat(Constructs.of("# escape=\nFROM a\n").kinds()).containsExactly(COMMENT, FROM);
  }

  @Test
  void heredocBodiesBelongToTheirInstruction() {
    assertThat(Constructs.of("COPY <<A <<-\"B\" /x/\n# not a comment\nA\n\tbody \\\n\t\tB\nRUN c\n").texts())
        .containsExactly("COPY <<A <<-\"B\" /x/\n# not a comment\nA\n\tbody \\\n\t\tB\n", "RUN c\n");
  }

  @Test
  void theTerminatorStandsAloneOnItsLine() {
    assertThat(Constructs.of("RUN <<E\nE \n E\nE\r\nRUN c\n").list).hasSize(2);
  }

  @Test
  void anUnterminatedHeredocReachesToTheEnd() {
    assertThat(Constructs.of("RUN <<E\na\nRUN b").list).hasSize(1);
  }

  @Test
  void heredocsAreReadBehindTheWholeContinuation() {
    assertThat(Constructs.of("RUN cat <<E \\\n && b\nbody\nE\nRUN c\n").list).hasSize(2);
  }

  @Test
  void anglesMayBeSplitOverLines() {
    assertThat(Constructs.of("RUN cat <\\\n<E\nbody\nE\nRUN c\n").list).hasSize(2);
  }

  @Test
  void onbuildMayHoldAHeredoc() {
    assertThat(Constructs.of("ONBUILD RUN <<E\nbody\nE\nRUN c\n").kinds()).containsExactly(ONBUILD, RUN);
    assertThat(Constructs.of("ONBUILD CMD <<E\nRUN c\n").kinds()).containsExactly(ONBUILD, RUN);
  }

  @Test
  void noHeredocOpensInExecFormQuotesHereStringsOrOtherInstructions() {
    for (String line :
        new String[] {
          "RUN [\"sh\", \"<<E\"]", "RUN echo \"<<E\"", "RUN cat <<<E", "CMD cat <<E", "RUN echo $((1<<2))",
          "RUN it's <<E"
        }) {
      assertThat(Constructs.of(line + "\nRUN c\n").list).as(line).hasSize(2);
    }
  }
}
