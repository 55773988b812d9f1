package dev.drydock.impl.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.From;
import dev.drydock.laws.generator.DockerfileArbitraries;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a rewrite gives out: text edits, a way back, a diff. */
class RewriteTest {

  private static final String BEFORE = "FROM python:3.12-slim\nRUN pip install x\nCMD a";

  @TempDir Path folder;

  @Test
  void textEditsAreAsSmallAsTheChange() {
    Rewrite rewrite = Transforms.addSyntax().apply(Dockerfile.parse(BEFORE));
    assertThat(rewrite.edits()).hasSize(1);
    TextEdit edit = rewrite.edits().head();
    assertThat(edit.start()).isEqualTo(edit.end()).isZero();
    assertThat(edit.replacement()).isEqualTo("# syntax=docker/dockerfile:1\n");
  }

  @Test
  void undoingTwiceIsTheRewriteAgain() {
    Rewrite rewrite = Transforms.pythonCaching().apply(Dockerfile.parse(BEFORE));
    assertThat(rewrite.undo().after().text()).isEqualTo(BEFORE);
    assertThat(rewrite.undo().undo().after()).isEqualTo(rewrite.after());
  }

  @Test
  void theDiffShowsTheLineThatLacksItsEnd() {
    Rewrite rewrite =
        Rewrite.of(Dockerfile.parse("FROM a\nCMD b"), Dockerfile.parse("FROM a\nCMD c"));
    assertThat(rewrite.diff("services/api.Dockerfile"))
        .isEqualTo(
            """
            --- a/services/api.Dockerfile
            +++ b/services/api.Dockerfile
            @@ -1,2 +1,2 @@
             FROM a
            -CMD b
            \\ No newline at end of file
            +CMD c
            \\ No newline at end of file
            """);
  }

  private static final String TWELVE = "FROM a\nRUN 2\nRUN 3\nRUN 4\nRUN 5\nRUN 6\nRUN 7\nRUN 8\nRUN 9\nRUN 10\nRUN 11\nRUN 12\n";

  private static Rewrite rewrite(String before, String after) {
    return Rewrite.of(Dockerfile.parse(before), Dockerfile.parse(after));
  }

  private static void assertDiff(String before, String after, String hunks) {
    assertThat(rewrite(before, after).diff()).isEqualTo("--- a/Dockerfile\n+++ b/Dockerfile\n" + hunks);
  }

  private static void assertEdits(String before, String after, String... edits) {
    Rewrite rewrite = rewrite(before, after);
    assertThat(rewrite.edits().map(edit -> edit.start() + "-" + edit.end() + " " + edit.replacement())).containsExactly(edits);
    assertThat(TextEdit.apply(before, rewrite.edits())).isEqualTo(after);
  }

  @Test
  void changesSixLinesApartShareAHunk() {
    assertDiff(
        TWELVE,
        TWELVE.replace("RUN 3\n", "RUN c\n").replace("RUN 10\n", "RUN j\n"),
        "@@ -1,12 +1,12 @@\n FROM a\n RUN 2\n-RUN 3\n+RUN c\n RUN 4\n RUN 5\n RUN 6\n RUN 7\n RUN 8\n RUN 9\n"
            + "-RUN 10\n+RUN j\n RUN 11\n RUN 12\n");
  }

  @Test
  void changesSevenLinesApartHaveHunksOfTheirOwn() {
    assertDiff(
        TWELVE,
        TWELVE.replace("RUN 3\n", "RUN c\n").replace("RUN 11\n", "RUN k\n"),
        "@@ -1,6 +1,6 @@\n FROM a\n RUN 2\n-RUN 3\n+RUN c\n RUN 4\n RUN 5\n RUN 6\n"
            + "@@ -8,5 +8,5 @@\n RUN 8\n RUN 9\n RUN 10\n-RUN 11\n+RUN k\n RUN 12\n");
  }

  @Test
  void lineNumbersBehindAChangeOfLengthAreThoseOfEitherFile() {
    assertDiff(
        TWELVE,
        TWELVE.replace("RUN 2\n", "") + "RUN 13\n",
        "@@ -1,5 +1,4 @@\n FROM a\n-RUN 2\n RUN 3\n RUN 4\n RUN 5\n"
            + "@@ -10,3 +9,4 @@\n RUN 10\n RUN 11\n RUN 12\n+RUN 13\n");
  }

  @Test
  void theDiffOfAnEmptyFileBeginsAtLineNought() {
    assertDiff("", "FROM a\n", "@@ -0,0 +1 @@\n+FROM a\n");
    assertDiff("FROM a\n", "", "@@ -1 +0,0 @@\n-FROM a\n");
  }

  @Test
  void eachChangedPlaceIsATextEditWithoutWhatIsCommon() {
    assertEdits("FROM a\nRUN abc\nCMD x\n", "FROM a\nRUN azc\nCMD x\n", "12-13 z");
    assertEdits("FROM a\nRUN a\nCMD x\nUSER b\n", "FROM a\nRUN aa\nCMD x\nUSER c\n", "12-12 a", "24-25 c");
    assertEdits("FROM a\nRUN aa\n", "FROM a\nRUN a\n", "12-13 ");
    assertEdits("FROM a\nRUN b\n", "FROM a\nRUN b\nRUN b\n", "13-13 RUN b\n");
    assertEdits("FROM a\nRUN b\nRUN b\nUSER c\n", "FROM a\nRUN b\nUSER c\n", "13-19 ");
    assertEdits("FROM a\n", "FROM a\n");
  }

  @Test
  void asManyLinesAsPossibleAreMatched() {
    Random random = new Random(1);
    for (int round = 0; round < 200; round++) {
      List<String> before = lines(random);
      List<String> after = lines(random);
      Rewrite rewrite = rewrite(String.join("", before), String.join("", after));
      int common = longestCommon(before, after);
      String diff = rewrite.diff();
      assertThat(diff.lines().filter(line -> line.startsWith("-RUN"))).as(diff).hasSize(before.size() - common);
      assertThat(diff.lines().filter(line -> line.startsWith("+RUN"))).as(diff).hasSize(after.size() - common);
      assertThat(TextEdit.apply(rewrite.before().text(), rewrite.edits())).isEqualTo(rewrite.after().text());
    }
  }

  /** A FROM and up to nine RUNs of three kinds. */
  private static List<String> lines(Random random) {
    List<String> lines = new ArrayList<>(List.of("FROM a\n"));
    for (int i = random.nextInt(10); i > 0; i--) {
      lines.add("RUN " + random.nextInt(3) + "\n");
    }
    return lines;
  }

  private static int longestCommon(List<String> one, List<String> other) {
    int[][] longest = new int[one.size() + 1][other.size() + 1];
    for (int i = 1; i <= one.size(); i++) {
      for (int j = 1; j <= other.size(); j++) {
        longest[i][j] =
            one.get(i - 1).equals(other.get(j - 1))
                ? longest[i - 1][j - 1] + 1
                : Math.max(longest[i - 1][j], longest[i][j - 1]);
      }
    }
    return longest[one.size()][other.size()];
  }

  @Test
  void whatNothingSaysAnythingOfIsShownByItsFirstLine() {
    String word = "x".repeat(60);
    Rewrite rewrite = rewrite("FROM a\nRUN b \\\n  c\nRUN " + word + "\nRUN d\n", "FROM a\nRUN b\nRUN y\nRUN e\n");
    assertThat(rewrite.notes().map(Note::toString))
        .containsExactly(
            "line 2: changed [transform] RUN b \\: was rewritten, or something was added beside it",
            "line 4: changed [transform] RUN " + "x".repeat(56) + "…: was rewritten, or something was added beside it",
            "line 5: changed [transform] RUN d: was rewritten, or something was added beside it");
    assertThat(rewrite.explain()).isEqualTo(rewrite.notes().mkString("", "\n", "\n"));
    assertThat(rewrite).hasToString(rewrite.diff() + rewrite.explain());
  }

  @Test
  void whatIsAddedBelongsToWhatItStandsBefore() {
    assertThat(rewrite("FROM a\nRUN b\n", "FROM a\nUSER c\nRUN b\n").notes().map(Note::line)).containsExactly(2);
    assertThat(rewrite("FROM a\nRUN b\n", "FROM a\nRUN b\nUSER c\n").notes().map(Note::line)).containsExactly(2);
    assertThat(rewrite("", "FROM a\n").notes().map(Note::line)).containsExactly(1);
  }

  @Test
  void whatDidNotChangeStaysTheSameInstance() {
    Dockerfile before = Dockerfile.parse("FROM a\nRUN b\nRUN c\n");
    Rewrite rewrite = Rewrite.of(before, Dockerfile.parse("FROM a\nRUN c\n"));
    assertThat(rewrite.after().constructs().get(0)).isSameAs(before.constructs().get(0));
    assertThat(rewrite.after().constructs().get(1)).isSameAs(before.constructs().get(2));
    assertThat(Rewrite.of(before, Dockerfile.parse(before.text())).after()).isSameAs(before);
  }

  @Test
  void rewritesAreEqualWhereFilesAndNotesAre() {
    Rewrite rewrite = rewrite("FROM a\n", "FROM b\n");
    assertThat(rewrite).isEqualTo(rewrite("FROM a\n", "FROM b\n")).hasSameHashCodeAs(rewrite("FROM a\n", "FROM b\n"));
    assertThat(rewrite).isNotEqualTo(rewrite("FROM a\n", "FROM c\n")).isNotEqualTo(rewrite("FROM c\n", "FROM b\n"));
    assertThat(rewrite.hashCode()).isNotEqualTo(rewrite("FROM a\n", "FROM c\n").hashCode());
    Rewrite noted = Transform.each(From.class, (from, scope) -> Edit.keep("so")).apply(Dockerfile.parse("FROM a\n"));
    assertThat(noted).isNotEqualTo(Rewrite.unchanged(Dockerfile.parse("FROM a\n")));
  }

  @Test
  void onlyWhatBeginsWhereAnotherEndsIsComposed() {
    Rewrite first = rewrite("FROM a\n", "FROM b\n");
    assertThat(first.andThen(rewrite("FROM b\n", "FROM c\n")).diff()).isEqualTo(rewrite("FROM a\n", "FROM c\n").diff());
    assertThatThrownBy(() -> first.andThen(rewrite("FROM a\n", "FROM c\n"))).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whereNothingChangedThereIsNothingToShowOrUndo() {
    Rewrite unchanged = Rewrite.unchanged(Dockerfile.parse(BEFORE));
    assertThat(unchanged.diff()).isEmpty();
    assertThat(unchanged.edits()).isEmpty();
    assertThat(unchanged.explain()).isEmpty();
    assertThat(unchanged.undo()).isSameAs(unchanged);
  }

  @Tag("slow")
  @Test
  void patchMakesTheFileAfterFromTheDiff() throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/patch")), "Skipped: there is no patch command.");
    int changed = 0;
    for (String text : DockerfileArbitraries.sample(40, 7)) {
      for (String before : new String[] {text, text.replace("\n", "\r\n"), text.substring(0, text.length() - 1)}) {
        Rewrite rewrite = Transforms.pythonCaching().apply(Dockerfile.parse(before));
        if (rewrite.changed()) {
          changed++;
          assertThat(patched(before, rewrite.diff())).isEqualTo(rewrite.after().text());
        }
      }
    }
    assertThat(changed).isGreaterThan(20);
  }

  private String patched(String before, String diff) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("Dockerfile"), before);
    Path patch = Files.writeString(folder.resolve("diff"), diff);
    Process process =
        new ProcessBuilder("/usr/bin/patch", "-p1", "--binary", "--no-backup-if-mismatch", "-s", "-i", patch.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return Files.readString(file);
  }
}
