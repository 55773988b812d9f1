package dev.drydock.impl.caching;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.Transforms.addSyntax;
import static dev.drydock.caching.Transforms.mountCache;
import static dev.drydock.caching.Transforms.pythonCaching;
import static dev.drydock.impl.caching.Examples.MAIN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.CacheIds;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Run;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is inserted looks like the file: its case of keywords, its indentation, its blank lines. */
class InsertionTest {

  private static final String APT_RUN = "apt-get update && apt-get install -y curl\n";

  private static Dockerfile rewritten(Transform transform, String text) {
    Dockerfile before = Dockerfile.parse(text);
    Dockerfile after = transform.apply(before).after();
    assertThat(after).isNotEqualTo(before);
    assertThat(transform.apply(after).changed()).isFalse();
    return after;
  }

  private static Vector<String> keywords(Dockerfile file) {
    return file.instructions().map(Instruction::writtenKeyword);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "from debian:12\nrun ", "FROM debian:12\nworkdir /a\nrun ", "ARG A\nARG B\nARG C\nfrom debian:12\nrun ",
        "# check=error=true\nfrom debian:12\nEnv a=b\nrun "
      })
  void aLowerCaseFileGetsLowerCaseSteps(String beginning) {
    Dockerfile after = rewritten(pythonCaching(), beginning + APT_RUN);
    assertThat(keywords(after).takeRight(2)).containsExactly("run", "run");
    assertThat(after.text()).startsWith("# syntax=docker/dockerfile:1\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"FROM debian:12\nRUN ", "from debian:12\nRUN ", "FROM debian:12\nENV a=b\nrun ", "From debian:12\nRun "})
  void anyOtherFileGetsUpperCaseSteps(String beginning) {
    assertThat(keywords(rewritten(MAIN, beginning + APT_RUN)).takeRight(2).head()).isEqualTo("RUN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"# syntax=docker/dockerfile:1\n", "\n# syntax=docker/dockerfile:1\n", "# curl\n# syntax=docker/dockerfile:1\n"})
  void aSyntaxCommentAboveARunDoesNotSpeakOfIt(String above) {
    Dockerfile file = Dockerfile.parse("FROM debian:12\n" + above + "RUN " + APT_RUN);
    Dockerfile first = addSyntax().andThen(pythonCaching()).apply(file).after();
    assertThat(pythonCaching().andThen(addSyntax()).apply(file).after()).isEqualTo(first);
  }

  @Test
  void stepsForAnotherUserAndArgumentsFollowTheCase() {
    Dockerfile user =
        rewritten(
            mountCache(PIP),
            "from python:3.12\nrun useradd -m -u 1000 app\nuser app\nrun pip install flask\n");
    assertThat(user.text()).contains("\nrun mkdir -p /home/app/.cache/pip\nrun --mount=");
    Dockerfile argument =
        rewritten(
            mountCache(APT.withIds(CacheIds.byPlatform())), "from debian:12\nrun " + APT_RUN);
    assertThat(argument.text()).startsWith("from debian:12\narg TARGETARCH\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "  ", "   ", "\t\t", "      "})
  void theFirstContinuedLineTellsTheIndentation(String indentation) {
    Dockerfile after =
        rewritten(
            MAIN,
            "FROM debian:12\nRUN apt-get update && \\\n" + indentation + "apt-get install -y \\\n" + indentation + "    curl\n");
    assertThat(after.text())
        .contains("docker-clean; \\\n" + indentation + "echo")
        .contains("locked \\\n" + indentation + "--mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\\n" + indentation + "apt-get update");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          apt-get update && apt-get install -y \\ //        curl \\ //    && apt-get autoremove | 4
          if test -f x; then \\ //        apt-get install -y curl; \\ //    fi | 4
          apt-get install -y \\ //        # for the check //        curl \\ //        git | 4
          apt-get update && \\ //        apt-get install -y curl | 8
          apt-get update \\ //        && apt-get install -y curl | 8
          apt-get install -y \\ //      curl | 6
          apt-get install -y \\ //    curl | 4
          """)
  void theLeastDeepLineTellsItAndArgumentsStayBelowTheirCommand(String command, int blanks) {
    String script = command.replace(" //", "\n");
    String start = script.substring(0, script.indexOf('\n'));
    assertThat(rewritten(MAIN, "FROM debian:12\nRUN " + script + "\n").text())
        .contains("locked \\\n" + " ".repeat(blanks) + start + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "  "})
  void aStepBeforeAnOnBuildHasItsIndentationToo(String indentation) {
    Dockerfile after =
        rewritten(MAIN, "FROM debian:12\nONBUILD RUN apt-get update && \\\n" + indentation + "apt-get install -y curl\n");
    assertThat(after.text())
        .contains("\nRUN [ ! -f", "docker-clean; \\\n" + indentation + "echo")
        .contains("locked \\\n" + indentation + "apt-get update");
  }

  @Test
  void aTabLeadsFurtherThanBlanks() {
    assertThat(rewritten(MAIN, "FROM debian:12\nRUN set -x \\\n    && apt-get install -y \\\n\tcurl\n").text())
        .contains("locked \\\n    set -x \\\n    && apt-get");
  }

  @Test
  void argumentsThatAreTwoTabsInStayBelowTheirCommand() {
    assertThat(rewritten(MAIN, "FROM debian:12\nRUN apt-get install -y \\\n\t\tcurl \\\n\t\tgit\n").text())
        .contains("locked \\\n\tapt-get install -y \\\n\t\tcurl \\\n\t\tgit\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\t", "  "})
  void aRunWithAHeredocHasTheIndentationOfItsOwnMounts(String indentation) {
    Dockerfile after =
        rewritten(
            MAIN,
            "FROM debian:12\nRUN \\\n" + indentation + "--mount=type=bind,source=s,target=/s \\\n<<EOF\n" + APT_RUN + "EOF\n");
    assertThat(after.text())
        .contains(
            "RUN \\\n" + indentation + "--mount=type=cache,target=/var/cache/apt,sharing=locked \\\n"
                + indentation + "--mount=type=cache,target=/var/lib/apt/lists,sharing=locked \\\n"
                + indentation + "--mount=type=bind,source=s,target=/s \\\n<<EOF\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"  ", "\t\t", " \t"})
  void aStepStandsAsFarInAsTheRunBelowIt(String blanks) {
    Dockerfile after = rewritten(MAIN, "FROM debian:12\n" + blanks + "# tools\n" + blanks + "RUN " + APT_RUN);
    Vector<Construct> constructs = after.constructs().drop(1);
    assertThat(constructs.map(construct -> construct.text().substring(0, construct.text().indexOf(construct.text().strip()))))
        .containsExactly(blanks, blanks, "", blanks, blanks);
    assertThat(constructs.get(1)).isInstanceOf(Run.class);
  }

  @Test
  void stepsAreParagraphsWhereRunsAre() {
    assertThat(rewritten(MAIN, "FROM debian:12\n\nRUN " + APT_RUN).text())
        .matches("(?s)FROM debian:12\n\n# .*\n\nRUN --mount.*");
    assertThat(rewritten(MAIN, "FROM debian:12\nRUN " + APT_RUN).text()).doesNotContain("\n\n");
  }

  @Test
  void theLayoutOfTheFileIsKept() {
    Dockerfile after = rewritten(MAIN, "# escape=`\r\nfrom debian:12\r\nrun apt-get update && `\r\n\tapt-get install -y curl\r\n");
    assertThat(after.text().replace("\r\n", "")).doesNotContain("\n");
    assertThat(after.text()).contains("docker-clean; `\r\n\techo");
    assertThat(keywords(after)).containsExactly("from", "run", "run");
  }
}
