package dev.drydock.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.benchmarks.work.Shape;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ScaleTest {

  @TempDir Path folder;

  @Test
  void thePageHasEachSizeAndEveryFileIsVisited() throws IOException {
    StringBuilder page = new StringBuilder();
    Scale.texts(10_000, 0, page);
    Scale.trees(10, new Trees(folder), page);
    assertThat(page)
        .startsWith("# Scale\n")
        .containsPattern("\\| a service after the other, each on a stage of its own \\| 10,\\d+ \\|")
        .containsPattern("\n\\| 1 \\| ")
        .containsPattern("\n\\| 10 \\| ")
        .endsWith(" |\n");
  }

  @Test
  void aRowSaysWhetherTheTimeGrowsWithTheWork() {
    Growth growth = new Growth("x");
    growth.add(100, 1);
    growth.add(1_000, 12.9);
    growth.add(2_000, 40);
    assertThat(growth.rows().lines())
        .containsExactly(
            "| x | 100 | 1.0000 | | | |", "| x | 1,000 | 12.9000 | 10.0 | 12.9 | met |", "| x | 2,000 | 40.0000 | 2.0 | 3.1 | **missed** |");
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void aShapeHasAboutTheSizeThatIsAskedFor(Shape shape) {
    assertThat(Texts.ofShape(shape, 20_000).length()).isBetween(15_000, 30_000);
  }
}
