package dev.drydock.impl.transform;

import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static dev.drydock.impl.caching.TransformAssertions.assertRewritesOnce;
import static dev.drydock.impl.caching.TransformAssertions.assertUntouched;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.caching.Transforms;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Run;
import dev.drydock.transform.CommandCall;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each combinator, by example. */
class CombinatorsTest {

  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

  private static final Transform PINNED =
      Transform.eachBaseImage(
          (from, image) ->
              image.digest().isDefined()
                  ? Edit.keep()
                  : Edit.replace(from.withImage(image.withDigest(DIGEST))).because("acme/pinned", image, "a tag can move"));

  private static final Transform COMMENTED =
      Transform.each(Run.class, (run, scope) -> Edit.before(Comment.of("above")).because("acme/commented", "RUN", "why"));

  @Test
  void baseImagesAloneAreVisited() {
    assertRewrites(
        PINNED,
        """
        ARG PYTHON=3.12
        ARG OTHER
        FROM --platform=linux/amd64 python:3.12 AS Base
        FROM base AS test
        FROM BASE
        FROM scratch
        FROM ${OTHER}
        FROM debian:$OTHER
        FROM debian:${PYTHON}
        FROM debian@%1$s
        """
            .formatted(DIGEST),
        """
        ARG PYTHON=3.12
        ARG OTHER
        FROM --platform=linux/amd64 python:3.12@%1$s AS Base
        FROM base AS test
        FROM BASE
        FROM scratch
        FROM ${OTHER}
        FROM debian:$OTHER
        FROM debian:3.12@%1$s
        FROM debian@%1$s
        """
            .formatted(DIGEST));
  }

  @Test
  void theSubjectOfANoteMayBeAnImage() {
    Rewrite rewrite = PINNED.apply(Dockerfile.parse("FROM python:3.12 AS base\n"));
    assertThat(rewrite.explain()).isEqualTo("line 1: changed [acme/pinned] python:3.12: a tag can move\n");
    assertThat(rewrite.notes().head().span().of(rewrite.before().text())).isEqualTo("python:3.12");
  }

  @Test
  void callsOfAProgramAreFoundWhereverTheyStand() {
    List<String> found = new ArrayList<>();
    Transform transform =
        Transform.eachCommand(
            "apt-get",
            call -> {
              found.add(call + " in " + call.scope().stageNumber());
              return Edit.keep();
            });
    assertUntouched(transform, "FROM a\n");
    transform.apply(
        Dockerfile.parse(
            """
            FROM a
            RUN apt-get update && sudo -E apt-get install a
            RUN bash -c 'apt-get install b'
            RUN env X=1 /usr/bin/apt-get install c; echo apt-get
            RUN <<EOF
            apt-get install d
            EOF
            ONBUILD RUN apt-get install e
            RUN ["apt-get", "install", "f"]
            FROM a
            SHELL ["powershell", "-Command"]
            RUN apt-get install g
            CMD apt-get install h
            """));
    assertThat(found)
        .containsExactly(
            "apt-get update in 0",
            "apt-get install a in 0",
            "apt-get install b in 0",
            "X=1 /usr/bin/apt-get install c in 0",
            "apt-get install d in 0",
            "apt-get install e in 0",
            "'apt-get' 'install' 'f' in 0");
  }

  private static CommandCall call(String command) {
    List<CommandCall> calls = new ArrayList<>();
    Transform.eachCommand(
            command.split(" ", 2)[0],
            call -> {
              calls.add(call);
              return Edit.keep();
            })
        .apply(Dockerfile.parse("FROM a\nRUN " + command + "\n"));
    assertThat(calls).hasSize(1);
    return calls.get(0);
  }

  @Test
  void aCallSaysWhichSubcommandItRuns() {
    assertThat(call("apt-get -y -o Dpkg::Use-Pty=0 install vim").runs("install")).isTrue();
    assertThat(call("apt-get \"install\" vim").runs("install")).isTrue();
    assertThat(call("apt-get remove install").runs("install")).isFalse();
    assertThat(call("apt-get $C install").runs("install")).isFalse();
    assertThat(call("apt-get").runs("install")).isFalse();
  }

  @Test
  void aCallSaysWhatItIsGiven() {
    CommandCall call = call("pip install -t /x --index-url=https://a flask");
    assertThat(call.has("-t")).isTrue();
    assertThat(call.has("--index-url")).isTrue();
    assertThat(call.has("--index")).isFalse();
    assertThat(call.has("-i")).isFalse();
    assertThat(call.operands()).containsExactly("install", "/x", "flask");
    assertThat(call.word("flask").get().text()).isEqualTo("flask");
    assertThat(call.word("django")).isEmpty();
  }

  @Test
  void aStageAloneIsChanged() {
    Transform transform = COMMENTED.inStage("RunTime");
    assertRewritesOnce(
        transform,
        "FROM a\nRUN x\nFROM b AS runtime\nRUN y\nFROM c\nRUN z\n",
        "FROM a\nRUN x\nFROM b AS runtime\n# above\nRUN y\nFROM c\nRUN z\n");
    assertRewritesOnce(COMMENTED.inStage("1"), "FROM a\nRUN x\nFROM b\nRUN y\n", "FROM a\nRUN x\nFROM b\n# above\nRUN y\n");
    assertUntouched(transform, "FROM a\nRUN x\n");
    Transform speaks = Transform.each(Run.class, (run, scope) -> Edit.keep("so"));
    assertThat(speaks.inStage("1").apply(Dockerfile.parse("FROM a\nRUN x\nFROM b\nRUN y\n")).notes().map(Note::line))
        .containsExactly(4);
  }

  @Test
  void someRulesAreExcepted() {
    Transform transform = Transforms.pythonCaching().except("mount-cache/apt/*", "add-syntax/added", "keep-apt-cache/*");
    assertRewrites(
        transform,
        "FROM python:3.12\nRUN pip install flask\nRUN apt-get update && apt-get install -y curl\n",
        """
        FROM python:3.12
        RUN --mount=type=cache,target=/root/.cache/pip \\
            pip install flask
        RUN apt-get update && apt-get install -y curl
        """);
    assertUntouched(COMMENTED.except("*/commented"), "FROM a\nRUN x\n");
    assertUntouched(COMMENTED.except("acme/*"), "FROM a\nRUN x\n");
    assertRewritesOnce(COMMENTED.except("acme", "*", "acme/comment*"), "FROM a\nRUN x\n", "FROM a\n# above\nRUN x\n");
  }

  @Test
  void unlessIsTheOtherCondition() {
    Transform transform = COMMENTED.unless(file -> file.stages().size() > 1);
    assertUntouched(transform, "FROM a\nRUN x\nFROM b\n");
    assertRewritesOnce(transform, "FROM a\nRUN x\n", "FROM a\n# above\nRUN x\n");
  }

  @Test
  void aListOfStepsIsASequence() {
    assertRewritesOnce(
        Transform.sequence(List.of(COMMENTED, COMMENTED)), "FROM a\nRUN x\n", "FROM a\n# above\n# above\nRUN x\n");
    assertUntouched(Transform.sequence(List.of()), "FROM a\nRUN x\n");
  }

  @Test
  void repetitionHasABound() {
    Rewrite rewrite = COMMENTED.untilStable(3).apply(Dockerfile.parse("FROM a\nRUN x\n"));
    assertThat(rewrite.explain())
        .isEqualTo("line 1: warning [until-stable/restless] still changing after 3 rounds, so nothing was changed at all\n");
    assertThatThrownBy(() -> COMMENTED.untilStable(0)).isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("rounds: ");
  }

  @Test
  void aTransformHasAName() {
    assertThat(Transform.identity().name()).isEqualTo("identity()");
    assertThat(PINNED).hasToString("eachBaseImage(…)");
    assertThat(Transform.eachCommand("apt-get", call -> Edit.keep()).name()).isEqualTo("eachCommand(apt-get)");
    assertThat(Transform.each(Run.class, (run, scope) -> Edit.keep()).named("acme")).hasToString("acme");
    assertThat(Transform.sequence(PINNED.named("a"), COMMENTED.named("b").inStage("x").except("c/*")).untilStable())
        .hasToString("sequence(a, b.inStage(x).except(c/*)).untilStable()");
    Transform lambda = Rewrite::unchanged;
    assertThat(lambda.when(file -> true).name()).isEqualTo("transform.when(…)");
  }

  @Test
  void ofTwoEditsThatPutSomethingElseInOnePlaceTheOtherCountsAndANoteSaysSo() {
    Transform both =
        Transform.each(
            Run.class,
            (run, scope) ->
                Edit.replace(Run.of("one")).because("acme/one", "", "first").and(Edit.replace(Run.of("two")).because("acme/two", "", "then")));
    assertThat(both.apply(Dockerfile.parse("FROM a\nRUN x\n")).explain())
        .isEqualTo(
            "line 2: warning [edit/conflict] this edit was not made, since another edit changes the same part of it:"
                + " replace by RUN one ([acme/one] first)\nline 2: changed [acme/two] then\n");
    Edit adding = Edit.before(Comment.of("a")).because("acme/a", "", "said").and(Edit.replace(Run.of("one"))).and(Edit.replace(Run.of("two")));
    assertThat(adding)
        .hasToString(
            "replace by RUN two, add # a before ([acme/a] said; [edit/conflict] this edit was not made, since another edit changes"
                + " the same part of it: replace by RUN one)");
    Edit same = Edit.replace(Run.of("one")).because("acme/one", "", "first").and(Edit.replace(Run.of("one")));
    assertThat(same).hasToString("replace by RUN one ([acme/one] first)");
  }

  @Test
  void anEditPrintsWhatItDoes() {
    assertThat(Edit.keep()).hasToString("keep");
    assertThat(Edit.remove().because("acme/gone", "x", "not wanted")).hasToString("remove ([acme/gone] x: not wanted)");
    assertThat(Edit.replace(Run.of("x")).and(Edit.before(Comment.of("a"), Comment.of("b"))).and(Edit.after(Run.of("y"))))
        .hasToString("replace by RUN x, add # a and # b before, add RUN y after");
  }
}
