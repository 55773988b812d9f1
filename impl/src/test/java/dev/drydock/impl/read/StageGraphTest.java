package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Stage;
import io.vavr.collection.Vector;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which stage is built on which. */
class StageGraphTest {

  private static final int MANY = 100_000;

  @Test
  void aStageIsBuiltOnTheLastEarlierOneOfTheName() {
    Vector<Stage> stages =
        stages(
            """
            ARG BASE=One
            FROM debian AS one
            FROM alpine AS one
            FROM ONE AS two
            FROM $BASE
            FROM later
            FROM two AS later
            FROM $UNKNOWN
            """);
    assertThat(stages.map(stage -> stage.parent().map(Stage::number).getOrElse(-1)))
        .containsExactly(-1, -1, 1, 1, -1, 2, -1);
    assertThat(stages.map(stage -> stage.lineage().map(Stage::number).mkString(" ")))
        .containsExactly("0", "1", "1 2", "1 3", "4", "1 2 5", "6");
    assertThat(stages.map(stage -> stage.children().map(Stage::number).mkString(" ")))
        .containsExactly("", "2 3", "5", "", "", "", "");
    assertThat(stages.map(stage -> stage.rootImage().text()))
        .containsExactly("debian", "alpine", "alpine", "alpine", "later", "alpine", "$UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void aStageIsBuiltOnThoseOfItsLineage(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      int parent = random.nextInt(i + 3) - 3;
      text.append("FROM ").append(parent < 0 ? "scratch" : "s" + parent).append(" AS s").append(i).append('\n');
    }
    Vector<Stage> stages = stages(text.toString());
    for (Stage stage : stages) {
      for (Stage other : stages) {
        assertThat(stage.isBuiltOn(other)).isEqualTo(stage.lineage().contains(other));
      }
    }
    Vector<Stage> again = stages(text.toString());
    assertThat(stages.last().isBuiltOn(again.last())).isTrue();
    assertThat(stages.last().isBuiltOn(stages("FROM a\n").head())).isFalse();
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void aLongChainCostsNoMoreForEachStage() {
    StringBuilder text = new StringBuilder("FROM scratch AS s0\n");
    IntStream.range(1, MANY).forEach(i -> text.append("FROM s").append(i - 1).append(" AS s").append(i).append('\n'));
    Dockerfile file = Dockerfile.parse(text.toString());
    Vector<Stage> stages = file.stages();
    for (Stage stage : stages) {
      assertThat(stage.lineage().size()).isEqualTo(stage.number() + 1);
      assertThat(stage.isBuiltOn(stages.head())).isTrue();
      assertThat(stages.head().isBuiltOn(stage)).isEqualTo(stage.number() == 0);
      assertThat(file.stage(stage.from()).get()).isSameAs(stage);
    }
    assertThat(stages.last().rootImage().text()).isEqualTo("scratch");
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void manyStagesOnOneCostNoMoreForEach() {
    Vector<Stage> stages = stages("FROM scratch AS base\n" + "FROM base\n".repeat(MANY));
    assertThat(stages.head().children()).hasSize(MANY);
    for (Stage stage : stages.tail()) {
      assertThat(stage.parent().get()).isSameAs(stages.head());
      assertThat(stage.isBuiltOn(stages.get(1))).isEqualTo(stage.number() == 1);
    }
  }

  private static Vector<Stage> stages(String text) {
    return Dockerfile.parse(text).stages();
  }
}
