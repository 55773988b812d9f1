package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemFinderTest {

  private static List<String> problems(String source) {
    List<String> found = new ArrayList<>();
    ProblemFinder.find(source, (kind, offset, message) -> found.add(offset + " " + kind));
    return found;
  }

  private static List<String> inStage(String instruction) {
    List<String> found = new ArrayList<>();
    ProblemFinder.find("FROM a\n" + instruction, (kind, offset, message) -> found.add(kind));
    return found;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN", "RUN []", "CMD", "ENTRYPOINT []", "COPY --link --chown=a:b --from=x --parents a b",
        "COPY --exclude=a --exclude=b a b", "ADD --keep-git-dir=true --checksum=x --unpack a b",
        "HEALTHCHECK NONE", "HEALTHCHECK --interval=1m30.5s --retries=0 CMD x", "HEALTHCHECK --timeout=0s CMD x",
        "ARG A B=c", "ARG --x=y A", "STOPSIGNAL --x 9", "SHELL [\"a\"]", "ONBUILD FOO", "ONBUILD RUN --bogus x",
        "RUN --mount=type=cache", "RUN --mount=type=secret,required,id=x ls", "RUN --mount=ro,target=/x ls",
        "RUN --mount=type=tmpfs,size=1GiB,target=/x ls", "RUN --mount=type=cache,mode=0755,uid=0 ls",
        "RUN --device=a,required --network=none --security=sandbox ls", "FROM a AS b_1.2-c"
      })
  void whatBuildKitAcceptsHasNoProblems(String instruction) {
    assertThat(inStage(instruction)).isEmpty();
  }

  @Test
  void everyRuleHasItsKind() {
    assertThat(inStage("FROM a b")).containsExactly("from-arguments");
    assertThat(inStage("FROM a AS 1x")).containsExactly("invalid-stage-name");
    assertThat(inStage("ENV A")).containsExactly("name-without-value");
    assertThat(inStage("ENV A=b C")).containsExactly("name-without-value");
    assertThat(inStage("ENV =b")).containsExactly("blank-name");
    assertThat(inStage("LABEL")).containsExactly("missing-argument");
    assertThat(inStage("COPY a")).containsExactly("missing-destination");
    assertThat(inStage("COPY a <<E\nE")).containsExactly("heredoc-as-destination");
    assertThat(inStage("COPY --bogus a b")).containsExactly("unknown-flag");
    assertThat(inStage("COPY --link=maybe a b")).containsExactly("flag-value");
    assertThat(inStage("COPY --from a b")).containsExactly("flag-without-value");
    assertThat(inStage("COPY --from=a --from=b a b")).containsExactly("duplicate-flag");
    assertThat(inStage("CMD [1]")).containsExactly("json-array-of-other-than-strings");
    assertThat(inStage("SHELL sh -c")).containsExactly("shell-not-json");
    assertThat(inStage("VOLUME [\" \"]")).containsExactly("blank-volume");
    assertThat(inStage("ONBUILD ONBUILD RUN a")).containsExactly("chained-onbuild");
    assertThat(inStage("ONBUILD from a")).containsExactly("onbuild-trigger");
    assertThat(inStage("ONBUILD ENV A")).containsExactly("name-without-value");
    assertThat(inStage("HEALTHCHECK CONNECT x")).containsExactly("healthcheck-type");
    assertThat(inStage("HEALTHCHECK --interval=5 CMD x")).containsExactly("invalid-duration");
    assertThat(inStage("HEALTHCHECK --interval=1us CMD x")).containsExactly("invalid-duration");
    assertThat(inStage("HEALTHCHECK --retries=-1 CMD x")).containsExactly("invalid-retries");
    assertThat(inStage("HEALTHCHECK CMD")).containsExactly("missing-argument");
    assertThat(inStage("RUN --network=lan ls")).containsExactly("invalid-network");
    assertThat(inStage("RUN <<E\nx")).containsExactly("unterminated-heredoc");
    assertThat(inStage("FORM a")).containsExactly("unknown-instruction");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type=other", "type=cache,chmod=1", "required,type=secret,id=x", "type=bind,uid=0", "type=cache,uid=-1",
        "type=cache,mode=9", "type=cache,sharing=mine", "type=bind,sharing=locked", "type=secret",
        "type=secret,id=a,source=b", "from=$X", "type=cache,z", "type=cache,\"a", "ro=maybe", "size=1",
        "type=tmpfs,size=many", "type=secret,id=a,required=maybe"
      })
  void aMountThatBuildKitRefusesIsAProblem(String mount) {
    assertThat(inStage("RUN --mount=" + mount + " ls")).containsExactly("invalid-mount");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type=cache,target=/x,uid=${U},gid=$U,mode=0$U", "type=$T,target=/x,uid=0", "type=$T,required,id=x",
        "type=$T,size=1", "type=$T,sharing=locked", "type=cache,sharing=$S", "type=cache,ro=$R", "type=bind,rw=${R:-1}",
        "type=secret,id=x,required=$R", "type=tmpfs,size=$S", "type=secret,id=$I,source=/a", "type=secret,target=$T"
      })
  void aMountWhoseValueHasAVariableIsNoProblem(String mount) {
    assertThat(inStage("RUN --mount=" + mount + " ls")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type=cache,uid=1000$", "type=cache,uid=$U,gid=me", "type=cache,uid=me,uid=$U", "type=bind,uid=$U",
        "type=bind,sharing=$S", "type=tmpfs,required=$R", "type=cache,size=$S", "type=$T,chmod=1", "type=$T,target"
      })
  void aMountIsAProblemWhateverTheVariableHolds(String mount) {
    assertThat(inStage("RUN --mount=" + mount + " ls")).containsExactly("invalid-mount");
  }

  @Test
  void aFileWithoutInstructionsIsRefused() {
    assertThat(problems("")).containsExactly("0 no-instructions");
    assertThat(problems("# only a comment\n\n")).containsExactly("0 no-instructions");
  }

  @Test
  void directivesMayNotBeRepeatedAndEscapeIsOneOfTwo() {
    assertThat(problems("# syntax=a\n# syntax=b\nFROM a")).containsExactly("11 duplicate-parser-directive");
    assertThat(problems("# escape=x\nFROM a")).containsExactly("0 invalid-escape");
  }

  @Test
  void aMissingStageIsReportedOnce() {
    assertThat(problems("ARG A\nRUN a\nRUN b\n")).containsExactly("6 no-build-stage");
  }

  @Test
  void allProblemsAreReportedInTheOrderOfTheFile() {
    assertThat(problems("FROM a b\nFOO\nCOPY x\n"))
        .containsExactly("0 from-arguments", "9 unknown-instruction", "13 missing-destination");
  }

  @Test
  void aLineMayHold65535Bytes() {
    assertThat(inStage("RUN " + "x".repeat(65_531) + "\n")).isEmpty();
    assertThat(inStage("RUN " + "x".repeat(65_532) + "\n")).containsExactly("line-too-long");
    assertThat(inStage("# " + "€".repeat(21_845))).containsExactly("line-too-long");
  }

  @Test
  void aMisspeltKeywordComesWithASuggestion() {
    List<String> messages = new ArrayList<>();
    ProblemFinder.find("FORM a", (kind, offset, message) -> messages.add(message));
    assertThat(messages).containsExactly("unknown instruction: FORM (did you mean FROM?)");
  }
}
