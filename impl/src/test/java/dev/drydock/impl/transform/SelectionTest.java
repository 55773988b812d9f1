package dev.drydock.impl.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Run;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Rule;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Notes, edits and constructs are linked: one suggestion is taken, another refused. */
class SelectionTest {

  private static final Dockerfile FILE =
      Dockerfile.parse(
          """
          FROM python:3.12
          RUN pip install flask
          RUN apt-get update && apt-get install -y curl
          RUN pip install --no-cache-dir uv
          """);

  private static Rewrite caching() {
    return Transforms.pythonCaching().apply(FILE);
  }

  private static boolean isOfPip(Note note) {
    return note.rule().contains("/pip/");
  }

  @Test
  void allIsTheRewriteAndNoneChangesNothing() {
    Rewrite rewrite = caching();
    assertThat(rewrite.only(note -> true)).isSameAs(rewrite);
    Rewrite none = rewrite.only(note -> false);
    assertThat(none.after()).isSameAs(FILE);
    assertThat(none.notes()).isEmpty();
  }

  @Test
  void someChangesAreMadeAndTheRestIsAsItWas() {
    Rewrite some = caching().only(SelectionTest::isOfPip);
    assertThat(some.after().text())
        .isEqualTo(
            """
            FROM python:3.12
            RUN --mount=type=cache,target=/root/.cache/pip \\
                pip install flask
            RUN apt-get update && apt-get install -y curl
            RUN --mount=type=cache,target=/root/.cache/pip \\
                pip install uv
            """);
    assertThat(some.notes()).isNotEmpty().allMatch(SelectionTest::isOfPip);
    assertThat(some.after().constructs().get(2)).isSameAs(FILE.constructs().get(2));
  }

  @Test
  void notesOfOtherKindsStayWhereTheyAreChosen() {
    Transform transform =
        Transform.each(Run.class, (run, scope) -> run.mentions("pip") ? Edit.remove() : Edit.keep("apt's"));
    Rewrite kept = transform.apply(FILE).only(note -> note.kind() == Note.Kind.KEPT);
    assertThat(kept.explain()).isEqualTo("line 3: kept [transform] apt's\n");
    assertThat(kept.after()).isSameAs(FILE);
  }

  @Test
  void changesOfOneConstructHangTogether() {
    Dockerfile file = Dockerfile.parse("FROM python:3.12\nRUN pip install flask && npm ci\n");
    Rewrite rewrite = Transforms.mountCache(PackageManagers.PIP, PackageManagers.NPM).apply(file);
    assertThat(rewrite.notes(Note.Kind.CHANGED)).hasSize(2);
    Rewrite pip = rewrite.only(SelectionTest::isOfPip);
    assertThat(pip.after()).isSameAs(file);
    assertThat(pip.notes().map(note -> note.kind() + " " + note.rule())).containsExactly("KEPT edit/together");
    assertThat(pip.notes().head().reason())
        .startsWith(
            "this change was not made, since it hangs together with another of the same construct, which was refused:"
                + " [mount-cache/pip/mounted] ");
  }

  private static final Transform APART =
      Transform.eachCommand(
          "apt-get",
          call ->
              Edit.replace(Run.of(call.run().arguments().head().replace(call.command().text(), call.command().text() + " -q")))
                  .because("acme/quiet", call, "less to read"));

  @Test
  void editsThatWereMadeApartAreTakenByThemselves() {
    Rewrite rewrite = APART.apply(FILE);
    assertThat(rewrite.after().text()).contains("RUN apt-get update -q && apt-get install -y curl -q\n");
    assertThat(rewrite.notes().map(Note::subject)).containsExactly("apt-get update", "apt-get install -y curl");
    Rewrite second = rewrite.only(note -> note.subject().contains("curl"));
    assertThat(second.after().text()).contains("RUN apt-get update && apt-get install -y curl -q\n");
    assertThat(second.notes()).hasSize(1);
    assertThat(second.only(note -> true)).isSameAs(second);
    assertThat(second.only(note -> false).after()).isSameAs(FILE);
  }

  @Test
  void editsApartStayApartBesideStepsThatTouchOtherConstructs() {
    Transform comments = Transform.each(Run.class, (run, scope) -> run.mentions("uv") ? Edit.before(Comment.of("last")) : Edit.keep());
    for (Transform transform : List.of(comments.andThen(APART), APART.andThen(comments))) {
      Rewrite second = transform.apply(FILE).only(note -> note.subject().contains("curl"));
      assertThat(second.after().text()).contains("RUN apt-get update && apt-get install -y curl -q\n").doesNotContain("last");
    }
    Transform touches = Transform.each(Run.class, (run, scope) -> run.mentions("apt") ? Edit.before(Comment.of("apt")) : Edit.keep());
    assertThat(touches.andThen(APART).apply(FILE).only(note -> note.subject().contains("curl")).after()).isSameAs(FILE);
  }

  @Test
  void aNoteStandsForItsTextEdits() {
    Rewrite rewrite = caching();
    for (Note note : rewrite.notes(Note.Kind.CHANGED)) {
      String text = TextEdit.apply(FILE.text(), rewrite.edits(note));
      Rewrite alone = rewrite.only(other -> other.line() == note.line());
      assertThat(text).isEqualTo(alone.after().text()).isNotEqualTo(FILE.text());
    }
    Vector<TextEdit> all = rewrite.notes(Note.Kind.CHANGED).flatMap(rewrite::edits).distinct().sortBy(TextEdit::start).toVector();
    assertThat(TextEdit.apply(FILE.text(), all)).isEqualTo(rewrite.after().text());
    assertThat(rewrite.edits(stranger())).isEmpty();
  }

  private static Note stranger() {
    return Transform.each(Run.class, (run, scope) -> Edit.keep("so")).apply(FILE).notes().head();
  }

  @Test
  void theEditsOfAnEditMadeApartAreItsOwn() {
    Rewrite rewrite = APART.apply(FILE);
    assertThat(rewrite.edits(rewrite.notes().last())).hasSize(1);
    assertThat(TextEdit.apply(FILE.text(), rewrite.edits(rewrite.notes().last())))
        .contains("RUN apt-get update && apt-get install -y curl -q\n");
  }

  @Test
  void aNoteHasASpanOfTheTextBefore() {
    Rewrite rewrite = APART.apply(FILE);
    assertThat(rewrite.notes().map(note -> note.span().of(FILE.text()))).containsExactly("apt-get update", "apt-get install -y curl");
    Rewrite whole = Transform.each(Run.class, (run, scope) -> Edit.keep("so")).apply(FILE);
    assertThat(whole.notes().head().span().of(FILE.text())).isEqualTo("RUN pip install flask");
    Rewrite held = APART.apply(Dockerfile.parse("FROM a\r\nONBUILD RUN  apt-get update\r\n"));
    assertThat(held.notes().map(note -> note.span().of(held.before().text()))).containsExactly("apt-get update");
  }

  @Test
  void spansAreOfTheFirstFileThroughAnyComposition() {
    Transform above = Transform.each(Run.class, (run, scope) -> run.mentions("uv") ? Edit.keep() : Edit.before(Comment.of("above")));
    Transform says = Transform.eachCommand("pip", call -> Edit.keep().because("acme/said", call, "so"));
    Rewrite rewrite = above.andThen(says).apply(FILE);
    assertThat(rewrite.notes(Note.Kind.KEPT).map(note -> note.line() + " " + note.span().of(FILE.text())))
        .containsExactly("2 pip install flask", "4 pip install --no-cache-dir uv");
    Rewrite touched = Transform.each(Run.class, (run, scope) -> Edit.replace(Run.of("pip --version"))).andThen(says).apply(FILE);
    assertThat(touched.notes(Note.Kind.KEPT).head().span().of(FILE.text())).isEqualTo("RUN pip install flask");
  }

  @Test
  void aConstructAfterTellsWhereItCameFrom() {
    Rewrite rewrite = Transform.each(Run.class, (run, scope) -> Edit.before(Comment.of("above"))).apply(FILE);
    Vector<String> origins = rewrite.after().constructs().map(construct -> rewrite.origin(construct).get().text().strip());
    assertThat(origins.take(3)).containsExactly("FROM python:3.12", "RUN pip install flask", "RUN pip install flask");
    assertThat(Rewrite.of(Dockerfile.parse(""), FILE).origin(FILE.constructs().head())).isEmpty();
  }

  @Test
  void undoHasTheNotesOfTheWayThere() {
    Rewrite rewrite = caching();
    Rewrite back = rewrite.undo();
    assertThat(back.after()).isSameAs(FILE);
    assertThat(back.notes().map(note -> note.rule() + " " + note.reason()).distinct())
        .isEqualTo(rewrite.notes().map(note -> note.rule() + " " + note.reason()).distinct());
    assertThat(back.notes(Note.Kind.CHANGED))
        .allSatisfy(note -> assertThat(back.before().text().lines().skip(note.line() - 1).findFirst()).isPresent());
    assertThat(back.undo()).isSameAs(rewrite);
  }

  @Test
  void someChangesAreTakenBack() {
    Rewrite rewrite = caching();
    Rewrite back = rewrite.undo();
    assertThat(back.only(note -> true)).isSameAs(back);
    assertThat(back.only(note -> false).changed()).isFalse();
    Rewrite pip = back.only(SelectionTest::isOfPip);
    assertThat(pip.before()).isSameAs(rewrite.after());
    assertThat(pip.after()).isEqualTo(rewrite.only(note -> !isOfPip(note)).after());
    assertThat(pip.notes()).allMatch(SelectionTest::isOfPip);
    Vector<TextEdit> edits =
        back.notes(Note.Kind.CHANGED).flatMap(back::edits).distinct().sortBy(TextEdit::start).toVector();
    assertThat(TextEdit.apply(back.before().text(), edits)).isEqualTo(FILE.text());
  }

  @Test
  void notesThatAreEqualStandForTheEditsOfAllOfThem() {
    Transform quiet = Transform.eachCommand("pip", call -> call.insertAfter("install", "-q").because("acme/quiet", "pip", "it is long"));
    assertNotesLeadThere(quiet.apply(Dockerfile.parse("FROM a\nRUN pip install a && pip install b\n")));
    Transform gone = Transform.each(Run.class, (run, scope) -> Edit.remove().because("acme/gone", "RUN", "nobody needs it"));
    Rewrite rewrite = gone.apply(Dockerfile.parse("FROM a\nRUN x 1\nRUN x 2\nUSER b\n"));
    assertNotesLeadThere(rewrite);
    assertNotesLeadThere(rewrite.undo());
  }

  private static void assertNotesLeadThere(Rewrite rewrite) {
    Vector<TextEdit> edits = rewrite.notes().distinct().flatMap(rewrite::edits).sortBy(TextEdit::start).toVector();
    assertThat(TextEdit.apply(rewrite.before().text(), edits)).isEqualTo(rewrite.after().text());
  }

  @Test
  void aNoteLeadsToThePageOfItsRule() {
    assertThat(caching().notes().flatMap(Rule::of)).hasSameSizeAs(caching().notes());
    assertThat(Rule.of("mount-cache/pip/inert").map(Rule::page)).containsExactly("docs/rules/mount-cache-inert.md");
    assertThat(Rule.of("acme/own")).isEmpty();
  }
}
