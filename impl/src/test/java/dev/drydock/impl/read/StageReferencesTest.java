package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.Stage;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which stages a stage needs, and which need it. */
class StageReferencesTest {

  private static String numbers(Vector<Stage> stages) {
    return stages.map(Stage::number).mkString(" ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FROM base                                          | 1",
        "FROM BASE                                          | 1",
        "FROM x; COPY --from=base / /                       | 1",
        "FROM x; COPY --from=Base / /                       | 1",
        "FROM x; COPY --from=0 / /                          | 0",
        "FROM x; COPY --from=last / /                       | 3",
        "FROM x; COPY --from=nginx / /                      | ''",
        "FROM x; COPY --from=7 / /                          | ''",
        "FROM x; RUN --mount=from=base,target=/b x          | 1",
        "FROM x; RUN --mount=type=cache,from=base,target=/b x | 1",
        "FROM x; RUN --mount=from=0,target=/b x             | ''",
        "FROM x; RUN --mount=target=/b --mount=type=tmpfs,target=/t x | ''",
        "FROM base; COPY --from=0 / /; RUN --mount=from=last,target=/l x | 0 1 3",
        "FROM x; COPY --from=base / /; COPY --from=1 / /    | 1",
        "FROM x AS me; COPY --from=me / /                   | ''",
        "FROM x; ONBUILD COPY --from=base / /               | ''",
        "ARG STAGE=base; FROM x                             | ''",
      })
  void fromCopyAndMountsNameAStage(String lines, String dependencies) {
    Dockerfile file =
        Dockerfile.parse(
            "FROM scratch AS base\nFROM scratch AS base\n" + lines.strip().replace("; ", "\n") + "\nFROM scratch AS last\n");
    assertThat(numbers(file.stages().get(2).dependencies())).isEqualTo(dependencies);
    for (Stage stage : file.stages()) {
      assertThat(stage.dependents()).isEqualTo(file.stages().filter(other -> other.dependencies().contains(stage)));
    }
  }

  @Test
  void whatAnOnbuildCopiesIsNeededByTheStagesBuiltOnIt() {
    Dockerfile file =
        Dockerfile.parse("FROM x AS files\nFROM x AS base\nONBUILD COPY --from=files / /\nFROM base AS app\nFROM app\n");
    assertThat(file.stages().map(Stage::dependencies).map(StageReferencesTest::numbers)).containsExactly("", "", "0 1", "2");
  }

  @Test
  void aFromNamesAStageOrAnImage() {
    Dockerfile file =
        Dockerfile.parse("ARG BASE=build\nFROM later\nFROM debian AS build\nFROM $BASE\nFROM build AS later\nFROM ${IMAGE}\n");
    assertThat(file.all(From.class).map(file::isStage)).containsExactly(false, false, true, true, false);
  }
}
