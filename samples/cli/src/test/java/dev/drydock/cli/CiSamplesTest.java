package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The samples for pre-commit, GitHub and GitLab have the form that these expect; {@code .ci/dist} runs them. */
class CiSamplesTest {

  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern INPUT = Pattern.compile("\\$\\{\\{ inputs\\.(\\w+) }}");

  private static Object yaml(String file) throws IOException {
    return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(ROOT.resolve(file)));
  }

  /** The value at these keys and indexes. */
  private static Object at(Object from, Object... way) {
    Object at = from;
    for (Object step : way) {
      at = Objects.requireNonNull(step instanceof Integer index ? ((List<?>) at).get(index) : ((Map<?, ?>) at).get(step), step.toString());
    }
    return at;
  }

  @Test
  void eachHookHasWhatPreCommitAsksFor() throws IOException {
    List<?> hooks = (List<?>) yaml(".pre-commit-hooks.yaml");
    assertThat(hooks).hasSize(2);
    for (Object hook : hooks) {
      assertThat(List.of("id", "name", "entry", "language", "types")).allSatisfy(key -> at(hook, key));
      assertThat(String.valueOf(at(hook, "entry"))).endsWith("drydock --write --quiet");
    }
    assertThat(ROOT.resolve(String.valueOf(at(hooks, 1, "entry")).split(" ", -1)[0])).isExecutable();
  }

  @Test
  void theActionRunsNoTextOfAnInput() throws IOException {
    Object action = yaml("samples/ci/github/action.yml");
    assertThat(at(action, "runs", "using")).isEqualTo("composite");
    Object step = at(action, "runs", "steps", 1);
    assertThat(at(step, "shell")).isEqualTo("bash");
    assertThat(String.valueOf(at(step, "run"))).doesNotContain("${{");
    assertThat(ROOT.resolve("samples/ci/github/annotate")).isExecutable();
    assertThat(((Map<?, ?>) at(step, "env")).values())
        .allSatisfy(value -> at(action, "inputs", INPUT.matcher(String.valueOf(value)).replaceAll("$1"), "description"));
  }

  @Test
  void theJobReportsTheFileThatItWrites() throws IOException {
    Object job = at(yaml("samples/ci/gitlab/drydock.gitlab-ci.yml"), "drydock");
    Object report = at(job, "artifacts", "reports", "codequality");
    assertThat(String.valueOf(at(job, "script", 0))).endsWith("> " + report);
    assertThat((List<?>) at(job, "script")).allSatisfy(line -> assertThat(line).isInstanceOf(String.class));
  }
}
