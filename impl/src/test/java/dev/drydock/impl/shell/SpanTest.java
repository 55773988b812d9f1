package dev.drydock.impl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.impl.read.Corpus;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where commands and words stand in the text of the instruction, through joined lines and dropped comments. */
class SpanTest {

  private static Run run(String dockerfile) {
    Instruction last = Dockerfile.parse(dockerfile).instructions().last();
    return (Run) (last instanceof OnBuild outer ? outer.instruction().get() : last);
  }

  private static void assertWords(String dockerfile, String... words) {
    Run run = run(dockerfile);
    assertThat(
            run.script().get().commands().filter(command -> command.runBy().isEmpty()).flatMap(SimpleCommand::words)
                .map(word -> word.span().of(run.text())))
        .containsExactly(words);
  }

  private static void assertCommands(String dockerfile, String... commands) {
    Run run = run(dockerfile);
    assertThat(run.script().get().commands().map(command -> command.span().of(run.text()))).containsExactly(commands);
  }

  @Test
  void joinedLinesAndCommentsLieBetween() {
    String text = "FROM a\nRUN --mount=type=cache,target=/a \\\n  # why\n  b \\\n\n    c'd' \\\n # and\n  && e\\\nf \"g\"\n";
    assertWords(text, "b", "c'd'", "e\\\nf", "\"g\"");
    assertWords(text.replace("\n", "\r\n"), "b", "c'd'", "e\\\r\nf", "\"g\"");
    assertCommands(text, "b \\\n\n    c'd'", "e\\\nf \"g\"");
  }

  @Test
  void theEscapeCharacterMayBeABacktick() {
    String text = "# escape=`\nFROM a\nRUN b `\n  # why\n  c\\ d `\n && e f`\n";
    assertWords(text, "b", "c\\ d", "e", "f");
    assertWords(text.replace("\n", "\r\n"), "b", "c\\ d", "e", "f");
  }

  @Test
  void heredocsKeepTheirLines() {
    assertWords("FROM a\nRUN <<E\nb \\\n  c\n# d\ne\nE\n", "b", "c", "e");
    assertWords("FROM a\nRUN --network=none f \\\n <<E && g\nb $(c d)\nE\n", "f", "g", "c", "d");
    assertCommands("FROM a\nRUN bash -e \\\n  <<\"E\"\n  b c\n  d\nE\n", "bash -e \\\n  <<\"E\"", "b c", "d");
    assertCommands("FROM a\nRUN <<A sh && b <<B\nc\nA\n$(d)\nB\n", "<<A sh", "b <<B", "d");
  }

  @Test
  void theInstructionOfAnOnbuildHasATextOfItsOwn() {
    assertWords("FROM a\nONBUILD RUN b \\\n  # why\n  && c d\n", "b", "c", "d");
    assertWords("FROM a\r\nONBUILD RUN b \\\r\n  && c d\r\n", "b", "c", "d");
    assertWords("FROM a\nonbuild run <<E\nb c\nE\n", "b", "c");
  }

  @Test
  void scriptsInQuotesAreReadWhereTheyStand() {
    assertCommands("FROM a\nRUN bash -c \"b \\\"c\\\" && \\\n  d\" \\\n  && e\n",
        "bash -c \"b \\\"c\\\" && \\\n  d\"",
        "b \\\"c\\\"",
        "d",
        "e");
    assertCommands("FROM a\nRUN [\"sh\", \"-c\", \"b \\\"c\\\" && d\"]\n", "\"sh\", \"-c\", \"b \\\"c\\\" && d\"", "b \\\"c\\\"", "d");
  }

  private static final Pattern JOIN =
      Pattern.compile("[\\\\`][ \\t]*\\r?\\n(?:[ \\t]*(?:#[^\\n]*)?\\r?\\n)*");

  /** What stands at a span, joined anew, is the text that the script has there. */
  @Test
  void everyWordOfTheCorpusStandsWhereItSaysThatItDoes() throws IOException {
    int words = 0;
    for (byte[] file : new TreeMap<>(Corpus.files()).values()) {
      String text = Dockerfile.decode(file).text();
      words += check(text);
      words += text.contains("\r") ? 0 : check(text.replace("\n", "\r\n"));
    }
    assertThat(words).isGreaterThan(100_000);
  }

  private static int check(String text) {
    int words = 0;
    for (Instruction instruction : Dockerfile.parse(text).instructions()) {
      Instruction inner = instruction instanceof OnBuild outer ? outer.instruction().getOrElse(instruction) : instruction;
      if (inner instanceof Run run && !run.execForm()) {
        for (SimpleCommand command : run.script().map(script -> script.commands()).getOrElse(Vector.empty())) {
          if (command.runBy().isEmpty() && !run.text().contains("`")) {
            assertThat(joined(command.span().of(run.text()), command.text())).isEqualTo(command.text());
            for (Word word : command.words()) {
              assertThat(joined(word.span().of(run.text()), word.text())).isEqualTo(word.text());
              words++;
            }
          }
        }
      }
    }
    return words;
  }

  /** The lines of a heredoc are not joined. */
  private static String joined(String text, String expected) {
    return text.equals(expected) ? text : JOIN.matcher(text).replaceAll("");
  }
}
