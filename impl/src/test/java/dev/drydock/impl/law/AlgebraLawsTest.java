package dev.drydock.impl.law;

import dev.drydock.dockerfile.BlankLine;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Label;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Stage;
import dev.drydock.laws.CompositionLaws;
import dev.drydock.laws.TransformLaws;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import net.jqwik.api.Group;

/** Each way to make or to compose a transform keeps the laws, with the edits that a user would make. */
class AlgebraLawsTest {

  private static final Transform MOUNTS =
      Transform.each(
          Run.class,
          (run, scope) ->
              run.mountFlags().isEmpty()
                  ? Edit.replace(run.withMount(CacheMount.at("/cache"))).because("a cache saves time")
                  : Edit.keep("there are mounts already"));

  /** Not where a RUN has no end: mending it brings to light what BuildKit has not come to judge. */
  private static final Transform REPLACES_RUNS =
      Transform.each(
              Run.class,
              (run, scope) ->
                  run.mentions("replaced")
                      ? Edit.keep()
                      : Edit.replace(Run.of("echo replaced \\\n    && true")).because("any RUN will do"))
          .when(dockerfile -> !dockerfile.problems().exists(problem -> problem.kind().contains("heredoc")));

  private static final Transform DROPS_BLANK_LINES =
      Transform.of(
          dockerfile -> {
            int from = dockerfile.constructs().indexWhere(From.class::isInstance);
            return from < 0
                ? dockerfile
                : dockerfile.withConstructs(
                    dockerfile
                        .constructs()
                        .filter(c -> !(c instanceof BlankLine) || dockerfile.index(c) < from));
          });

  private static Seq<Edit> label(Stage stage) {
    From from = stage.from();
    Dockerfile file = stage.dockerfile();
    return file.index(from) == file.constructs().size() - 1
        ? Vector.empty()
        : Vector.of(
            Edit.after(Instruction.parse("LABEL stage=" + stage.number())).because("people ask").at(from));
  }

  @Group
  class OfTheIdentity implements TransformLaws {
    @Override
    public Transform transform() {
      return Transform.identity();
    }
  }

  @Group
  class OfEachThatSplices implements TransformLaws {
    @Override
    public Transform transform() {
      return MOUNTS;
    }
  }

  @Group
  class OfEachThatReplaces implements TransformLaws {
    @Override
    public Transform transform() {
      return REPLACES_RUNS;
    }
  }

  @Group
  class OfEachThatAdds implements CompositionLaws {
    @Override
    public Transform transform() {
      return Transform.each(Run.class, (run, scope) -> Edit.before(Comment.of("above")).because("people ask")).named("adds");
    }
  }

  @Group
  class OfEachThatRemoves implements TransformLaws {
    @Override
    public Transform transform() {
      return Transform.each(
          Label.class, (label, scope) -> scope.stageNumber() < 0 ? Edit.keep() : Edit.remove().because("nobody reads it"));
    }
  }

  @Group
  class OfEachStage implements CompositionLaws {
    @Override
    public Transform transform() {
      return Transform.eachStage((stage, scope) -> label(stage));
    }
  }

  @Group
  class OfAFunction implements TransformLaws {
    @Override
    public Transform transform() {
      return DROPS_BLANK_LINES;
    }
  }

  @Group
  class OfACondition implements TransformLaws {
    @Override
    public Transform transform() {
      return MOUNTS.when(dockerfile -> dockerfile.problems().isEmpty()).named("careful");
    }
  }

  @Group
  class OfASequence implements CompositionLaws {
    @Override
    public Transform transform() {
      return Transform.sequence(MOUNTS.named("mounts"), DROPS_BLANK_LINES, REPLACES_RUNS.named("replaces"));
    }
  }

  @Group
  class OfRepetition implements TransformLaws {
    @Override
    public Transform transform() {
      return Transform.sequence(REPLACES_RUNS, MOUNTS, DROPS_BLANK_LINES).untilStable();
    }
  }
}
