package dev.drydock.impl.caching.fact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which RUN comes before another one in its lineage, and which after it in the stages that are built on its own. */
class OccurrencesTest {

  /** The RUNs of a file, each of which is called by its one word. */
  private static FileFacts facts(String text) {
    return FileFacts.of(Dockerfile.parse(text.replace("; ", "\n") + "\n"), Vector.empty());
  }

  private static RunFacts run(FileFacts facts, String name) {
    return facts.runs().find(run -> name(run).equals(name)).get();
  }

  private static String name(RunFacts run) {
    return run.invocations().head().name();
  }

  private static String name(Option<RunFacts> run) {
    return run.map(OccurrencesTest::name).getOrElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM x; RUN a; RUN b; RUN c                                                    | b | a    | c",
        "FROM x; RUN b; FROM y; RUN c                                                   | b | none | none",
        "FROM x AS one; RUN a; FROM one; RUN b; FROM one; RUN c                         | b | a    | none",
        "FROM x AS one; RUN b; FROM one; FROM y; RUN c                                  | b | none | none",
        "FROM x AS one; RUN b; FROM one AS two; RUN c; FROM one; RUN d                  | b | none | c",
        "FROM x AS one; RUN b; FROM one AS two; FROM one; RUN c; FROM one; RUN d; FROM two; RUN e | b | none | c",
        "FROM x AS one; RUN a; FROM one AS two; FROM two; RUN b                         | b | a    | none",
        "FROM x; ONBUILD RUN b; RUN a                                                   | b | a    | none"
      })
  void theLastBeforeIsOfItsLineageAndTheFirstAfterOfWhatIsBuiltOnIt(String text, String asked, String before, String after) {
    FileFacts facts = facts(text);
    Occurrences all = facts.among(facts.runs());
    assertThat(name(all.lastBefore(run(facts, asked)))).isEqualTo(before);
    assertThat(name(all.firstAfter(run(facts, asked)))).isEqualTo(after);
  }

  /** A stage may be built on another one that its FROM does not surely name. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM x AS v-a; RUN a; FROM x AS v-b; FROM v-$V; RUN b                         | b",
        "FROM x AS v-a; RUN a; FROM x AS w-b; FROM w-$V; RUN b                         | none",
        "FROM x AS v-a; RUN a; FROM x AS w; RUN b; FROM v-$V; RUN c                    | c",
        "FROM x AS v-a; RUN a; FROM x; FROM v-$V AS two; FROM two; RUN b               | b",
        "FROM x AS one; RUN a; FROM scratch; COPY --from=one / /; RUN b                | b",
        "FROM x AS one; RUN a; FROM scratch; COPY --from=0 / /; RUN b                  | b",
        "FROM x AS one; RUN a; FROM scratch AS two; COPY --from=one / /; FROM two; RUN b | b",
        "FROM x AS one; RUN a; FROM scratch; COPY --from=one /opt /; RUN b             | none",
        "FROM x AS one; RUN a; FROM scratch; COPY --from=one / /opt; RUN b             | none",
        "FROM x AS one; RUN a; FROM scratch; COPY / /; RUN b                           | none",
        // A name that comes later is an image's.
        "FROM x; COPY --from=two / /; RUN b; FROM y AS two; RUN a                      | none",
        // Of two stages of one name a FROM without a variable means the later one.
        "FROM x AS v; RUN a; FROM y AS v; FROM v; RUN b; FROM x AS u-a; FROM u-$V; RUN c | none"
      })
  void aStageMayBeBuiltOnWhatAVariableMayNameAndOnWhatItCopiesWhole(String text, String after) {
    FileFacts facts = facts(text);
    assertThat(name(facts.among(facts.runs()).firstAfter(run(facts, "a")))).isEqualTo(after);
  }

  @Test
  void onlyThoseForWhichSomethingHoldsAreFound() {
    FileFacts facts = facts("FROM x AS one; RUN a; RUN b; RUN c; RUN d; FROM one; RUN e; FROM x AS v-a; FROM v-$V; RUN f");
    Occurrences some = facts.among(facts.runs().filter(run -> !name(run).equals("b")));
    assertThat(name(some.firstAfter(run(facts, "a")))).isEqualTo("c");
    assertThat(name(some.firstAfter(run(facts, "a"), run -> name(run).compareTo("c") > 0))).isEqualTo("d");
    assertThat(name(some.firstAfter(run(facts, "a"), run -> name(run).compareTo("d") > 0))).isEqualTo("e");
    assertThat(name(some.firstAfter(run(facts, "a"), run -> name(run).equals("f")))).isEqualTo("none");
    assertThat(name(some.lastBefore(run(facts, "d"), run -> name(run).compareTo("c") < 0))).isEqualTo("a");
    assertThat(name(some.lastBefore(run(facts, "a")))).isEqualTo("none");
  }
}
