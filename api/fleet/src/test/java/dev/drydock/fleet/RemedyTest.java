package dev.drydock.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RemedyTest {

  /** Rules of what was done need no remedy. */
  private static final Pattern DONE = Pattern.compile(".*/(added|raised|mounted|dropped|stripped|sharing|assigned)");

  @Test
  void everyRuleThatLeavesSomethingAloneHasARemedy() throws IOException {
    String index = Files.readString(Path.of(System.getProperty("root")).resolve("docs/rules/README.md"));
    List<String> rules =
        Pattern.compile("\\| \\[`([a-z*/-]+)`\\]").matcher(index).results().map(link -> link.group(1)).toList();
    assertThat(rules).hasSizeGreaterThan(30);
    assertThat(rules.stream().filter(rule -> !DONE.matcher(rule).matches()).map(rule -> Remedy.of(rule, "?")))
        .allMatch(remedy -> !remedy.fact().equals("?"));
  }

  @Test
  void aToolStandsInTheStarsPlace() {
    assertThat(Remedy.of("mount-cache/pip/user", "?").rule()).isEqualTo("mount-cache/*/user");
    assertThat(Remedy.of("mount-cache/pip/already-mounted", "?").isOpen()).isFalse();
  }

  @Test
  void aRuleOfAnotherTeamRepeatsItsReason() {
    assertThat(Remedy.of("acme/pinned", "a tag can move")).isEqualTo(new Remedy("acme/pinned", "a tag can move", "see the rule acme/pinned"));
  }
}
