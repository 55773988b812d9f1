package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigCommandTest {

  @TempDir Path directory;
  private Tree tree = new Tree(Path.of(""));

  @BeforeEach
  void tree() {
    tree = new Tree(directory);
  }

  @Test
  void theFileOfADirectoryAboveIsInForce() {
    Path config = tree.file("drydock.yaml", "tools: [apt]\nexclude:\n  - vendor/\n  - /a/b\n");
    tree.file("a/Dockerfile", Tree.SERVICE);
    tree.file("a/b/Dockerfile", Tree.SERVICE);
    tree.file("a/vendor/Dockerfile", Tree.SERVICE);
    Called.with(directory.resolve("a")).exits(0).says("1 Dockerfile: nothing to change");
    Called.with("--tools", "pip", directory.resolve("a")).exits(0).says("1 Dockerfile: 1 to refit");
    Called.with("--config", "none", directory.resolve("a")).exits(0).says("3 Dockerfiles: 3 to refit");
    Called.with("--config", config, directory.resolve("a")).exits(0).says("1 Dockerfile: nothing");
  }

  @Test
  void whatIsInForceIsShownWithWhereItWasSaid() {
    Path config =
        tree.file(
            "drydock.yaml",
            "ids: [release]\nrules:\n  mount-cache/pip/user: off\noverrides:\n  - paths: [legacy/]\n    syntax: false\n");
    Path legacy = tree.file("legacy/Dockerfile", Tree.SERVICE);
    Called.with("config", directory)
        .exits(0)
        .says(config.toString(), "tools: [apt, pip, uv]", "# the default", "ids: [release]", config + ":1:6", "syntax: true", config + ":3:25");
    Called.with("config", "--tools", "npm", legacy).exits(0).says("syntax: false", config + ":6:13", "tools: [npm]", "# --tools");
  }

  @Test
  void pathsMayHaveSettingsOfTheirOwn() {
    tree.file("drydock.yaml", "overrides:\n  - paths: [legacy/]\n    tools: [apt]\n  - paths: [edge/]\n    syntax: false\n");
    tree.file("legacy/Dockerfile", Tree.SERVICE);
    tree.file("edge/Dockerfile", Tree.SERVICE);
    tree.file("api/Dockerfile", Tree.SERVICE);
    Called.with("--write", directory).exits(0).says("3 Dockerfiles: 2 rewritten");
    assertThat(tree.text("legacy/Dockerfile")).isEqualTo(Tree.SERVICE);
    assertThat(tree.text("edge/Dockerfile")).contains(Tree.MOUNT).doesNotContain("syntax=");
    assertThat(tree.text("api/Dockerfile")).contains(Tree.MOUNT).contains("syntax=");
  }

  @Test
  void aRuleIsOffOrAnErrorWhereTheFileSaysSo() {
    Path file = tree.file("Dockerfile", "FROM acme/base\nRUN pip install --no-cache-dir flask\n");
    tree.file("drydock.yaml", "rules:\n  drop-cache-defeaters/*/user-unknown: error\n");
    Called.with("--check", "--list", file).exits(1).says(": error [drop-cache-defeaters/pip/user-unknown]").warns("--check fails: ");
    tree.file("drydock.yaml", "rules:\n  drop-cache-defeaters/*/user-unknown: off\n");
    assertThat(Called.with("--check", "--list", file).exits(0).out()).doesNotContain("user-unknown");
    tree.file("drydock.yaml", "rules:\n  mount-cache/pip/mounted: off\n");
    tree.file("Dockerfile", Tree.SERVICE);
    assertThat(Called.with("--diff", file).exits(0).out()).doesNotContain("--mount");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tools: [pipp] | 1:9: 'pipp' is no value of tools; did you mean pip? There are apt, pip, uv,",
        "tols: [pip] | 1:1: there is no setting 'tols' here; did you mean tools? There are tools, ids,",
        "syntax: maybe | 1:9: 'maybe' is no value of syntax; there are true, false",
        "syntax: [true, false] | 1:9: syntax is true or false",
        "tools: {a: b} | 1:8: a text is expected for tools",
        "rules:\\n  mount-cash/pip: off | 2:3: 'mount-cash/pip' is no rule; a rule is named as in",
        "rules:\\n  mount-cash/npm/user: off | 2:3: 'mount-cash/npm/user' is no rule; did you mean mount-cache/npm/user?",
        "rules:\\n  mount-cache/pip/user: of | 2:25: 'of' is no severity; did you mean off? There are off, warning, error",
        "overrides:\\n  - tools: [pip] | 2:5: an override names its paths",
        "overrides:\\n  - paths: [a]\\n    exclude: [b] | 3:5: there is no setting 'exclude' here",
        "- a | 1:1: the file holds keys with values",
        "tools: [pip | 2:1: no YAML: expected ',' or ']', but got <stream end>, for what begins in line 1",
        "tools: [pip]\\ntools: [apt] | : "
      })
  void whatMeansNothingIsRefusedWithItsPlace(String text, String message) {
    Path config = tree.file("drydock.yaml", text.replace("\\n", "\n") + "\n");
    Path file = tree.file("Dockerfile", Tree.SERVICE);
    String err = Called.with("--write", file).exits(2).warns(config + (message.startsWith(":") ? "" : ":") + message).err();
    assertThat(err).doesNotContain("Try: ");
    assertThat(tree.text("Dockerfile")).isEqualTo(Tree.SERVICE);
  }

  @Test
  void anEmptyFileSetsNothing() {
    tree.file("drydock.yaml", "# nothing yet\n");
    Called.with(tree.file("Dockerfile", Tree.SERVICE)).exits(0).says("1 to refit");
  }

  @Test
  void thePageHasEverySettingAndItsValues() throws IOException {
    String page = Files.readString(Path.of(System.getProperty("root")).resolve("docs/configuration.md"));
    for (Setting setting : Setting.values()) {
      assertThat(page).contains("| `" + setting.key() + "` | " + setting.meaning());
    }
    assertThat(page).contains(List.of("`rules`", "`overrides`", "`off`", "`warning`", "`error`"));
  }
}
