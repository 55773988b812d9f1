package dev.drydock.laws;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.laws.generator.ConstructKinds;
import dev.drydock.laws.generator.DockerfileArbitraries;
import dev.drydock.transform.Note;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** The law of the generator: what is never generated is never tried, so that every kind and every rule must occur. */
public interface GeneratorLaws {

  /** The transforms whose rules must occur. */
  Seq<Transform> transforms();

  /** The rule ids that must occur in their notes; {@code *} stands for any one segment, such as a tool's name. */
  Set<String> ruleIds();

  /** The files that are looked at. */
  @Provide
  default Arbitrary<Dockerfile> dockerfiles() {
    return DockerfileArbitraries.dockerfiles();
  }

  @Property(tries = 1_000)
  default void everyKindOfConstructIsGenerated(@ForAll("dockerfiles") Dockerfile dockerfile) {
    for (Construct construct : dockerfile.constructs()) {
      Statistics.label("kind").collect(construct.getClass().getSimpleName());
      if (construct instanceof OnBuild outer) {
        Statistics.label("held by ONBUILD")
            .collect(outer.instruction().map(held -> held.getClass().getSimpleName()).getOrElse("nothing"));
      }
    }
    Statistics.label("valid").collect(dockerfile.problems().isEmpty());
    Statistics.label("kind")
        .coverage(
            coverage ->
                ConstructKinds.all()
                    .forEach(kind -> coverage.check(kind.getSimpleName()).count(count -> count > 0)));
    Statistics.label("held by ONBUILD")
        .coverage(coverage -> coverage.check("Run").count(count -> count > 0));
    Statistics.label("valid").coverage(coverage -> coverage.check(true).percentage(share -> share > 50.0));
  }

  @Property(tries = 2_000)
  default void everyRuleOccurs(@ForAll("dockerfiles") Dockerfile dockerfile) {
    Set<String> rules = ruleIds();
    Statistics.label("rule").collect("none");
    for (Transform transform : transforms()) {
      for (Note note : transform.apply(dockerfile).notes()) {
        String id = note.rule();
        rules.stream().filter(rule -> matches(rule, id)).forEach(rule -> Statistics.label("rule").collect(rule));
      }
    }
    Statistics.label("rule")
        .coverage(coverage -> rules.forEach(rule -> coverage.check(rule).count(count -> count > 0)));
  }

  private static boolean matches(String rule, String id) {
    return id.matches(Pattern.quote(rule).replace("*", "\\E[^/]+\\Q"));
  }
}
