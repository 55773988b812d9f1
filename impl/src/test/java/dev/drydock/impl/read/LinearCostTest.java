package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sizes at which anything but linear cost would take minutes, and recursion would overflow. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LinearCostTest {

  enum Shape {
    CONTINUATION_LINES("RUN a" + " \\\n b".repeat(100_000)),
    COMMENTS_INSIDE("RUN a \\\n" + "# c\n".repeat(500_000) + " b"),
    HEREDOCS("RUN <<E\nx\nE\n".repeat(100_000)),
    HEREDOCS_OF_ONE_LINE("RUN a" + " <<E".repeat(100_000) + "\n" + "E\n".repeat(100_000)),
    UNTERMINATED_HEREDOCS("RUN <<E\n".repeat(100_000)),
    LONG_WORD("ENV A=" + "x".repeat(1_000_000)),
    MANY_WORDS("ENV " + "a=b ".repeat(250_000)),
    NESTED_VARIABLES("RUN <<E " + "${a:-".repeat(100_000) + "}".repeat(100_000)),
    OPEN_VARIABLES("RUN <<E " + "\"${a:-".repeat(100_000)),
    NESTED_ONBUILD("ONBUILD ".repeat(500_000)),
    NESTED_JSON("RUN " + "[".repeat(1_000_000)),
    LONG_JSON("RUN [" + "\"a\",".repeat(250_000) + "\"\"]"),
    MANY_FLAGS("RUN" + " --mount=type=cache".repeat(50_000)),
    TEN_MEGABYTES("RUN apt-get update \\\n && apt-get install -y curl\n".repeat(200_000));

    private final String instruction;

    Shape(String instruction) {
      this.instruction = instruction;
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void hugeSourcesAreReadInLinearTime(Shape shape) {
    String source = "FROM a\n" + shape.instruction;
    Constructs constructs = Constructs.of(source);
    int[] problems = new int[1];
    for (Constructs.Cut cut : constructs.list) {
      Parts.of(cut.text());
    }
    ProblemFinder.find(source, (kind, offset, message) -> problems[0]++);
    assertThat(constructs.list).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void hugeWordsAreExpandedInLinearTime(Shape shape) {
    String expanded = WordExpander.expand(shape.instruction, '\\', name -> "");
    assertThat(expanded == null || expanded.length() <= shape.instruction.length()).isTrue();
  }
}
