package dev.drydock.impl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.shell.Assignment;
import dev.drydock.shell.Connector;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.control.Option;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is known about the command {@code X} from where it stands, and about its words. */
class ShellContextTest {

  private static SimpleCommand x(String script) {
    return ShellScript.parse(script)
        .commands()
        .filter(command -> command.name().contains("X"))
        .head();
  }

  private static void assertEnvironment(String script, String... expected) {
    assertThat(x(script).environment().map(ShellContextTest::show)).containsExactly(expected);
  }

  private static String show(Assignment one) {
    return one.name() + "=" + one.value().text() + (one.certain() ? "" : "?");
  }

  private static void assertUser(String script, String user, boolean resets) {
    assertThat(x(script).user().user()).isEqualTo(Option.of(user.isEmpty() ? null : user));
    assertThat(x(script).user().resetsEnvironment()).isEqualTo(resets);
  }

  @Test
  void theEnvironmentHoldsWhatWasExported() {
    assertEnvironment("export A=1 B=\"2 3\" && X", "A=1", "B=\"2 3\"");
    assertEnvironment("A=1; X");
    assertEnvironment("A=1; export A; X", "A=1");
    assertEnvironment("A=1 X", "A=1");
    assertEnvironment("export A=1; A=2; X", "A=2");
    assertEnvironment("export A=1; unset A; X");
    assertEnvironment("set -a; A=1; X", "A=1");
    assertEnvironment("declare -x A=1; X", "A=1");
    assertEnvironment("A=1 env B=2 X", "A=1", "B=2");
    assertEnvironment("export A=1; env -i B=2 X", "B=2");
    assertEnvironment("export A=1; sudo B=2 bash -c 'C=3 X'", "B=2", "C=3");
    assertEnvironment("export A=1; bash -c 'X'", "A=1");
  }

  @Test
  void whatAProcessOfItsOwnSetsIsGone() {
    assertEnvironment("(export A=1); X");
    assertEnvironment("export A=1 | b; X");
    assertEnvironment("b | export A=1; X");
    assertEnvironment("export A=1 & X");
    assertEnvironment("bash -c 'export A=1'; X");
    assertEnvironment("eval 'export A=1'; X", "A=1");
    assertEnvironment("{ export A=1; }; X", "A=1");
  }

  @Test
  void whatMayNotHaveBeenSetIsUncertain() {
    assertEnvironment("if a; then export A=1; fi; X", "A=1?");
    assertEnvironment("a || export A=1; X", "A=1?");
    assertEnvironment("a && export A=1 && X", "A=1");
    assertEnvironment("export A=1; if a; then unset A; fi; X", "A=1?");
    assertEnvironment("export A=1; read A; X", "A=1?");
  }

  @Test
  void theUserIsTheOneThatAWrapperChangesTo() {
    assertUser("X", "", false);
    assertUser("sudo X", "root", true);
    assertUser("sudo -E -u a X", "a", false);
    assertUser("sudo --user=a X", "a", true);
    assertUser("su - a -c 'X'", "a", true);
    assertUser("su a -s /bin/sh -c 'X'", "a", false);
    assertUser("gosu a:b X", "a", false);
    assertUser("runuser -u a -- X", "a", false);
    assertUser("su-exec a X", "a", false);
    assertUser("doas -u a X", "a", false);
    assertUser("gosu 1000:1000 X", "1000", false);
    assertUser("su - a <<E\nX\nE", "a", true);
    assertUser("sudo -u a bash <<E\nX\nE", "a", true);
    assertUser("sudo -u a bash -c 'env b=c X'", "a", true);
    assertThat(x("sudo -u \"$U\" X").user().unknown()).isTrue();
    assertThat(x("X").user().changed()).isFalse();
  }

  @Test
  void conditionalMeansThatItMayBePassedOver() {
    for (String script :
        new String[] {
          "a || X", "a || b && c; if a; then X; fi", "case a in a) X;; esac", "f() { X; }",
          "while a; do X; done", "! a && X", "a || { b; X; }", "trap X EXIT", "a || bash -c 'X'"
        }) {
      assertThat(x(script).conditional()).as(script).isTrue();
    }
    for (String script : new String[] {"a && X", "X || a", "if X; then a; fi", "(X)", "a || b && X", "while X; do a; done"}) {
      assertThat(x(script).conditional()).as(script).isFalse();
    }
  }

  @Test
  void itsPlaceIsTold() {
    assertThat(x("f() { (X); }").inFunction()).isTrue();
    assertThat(x("f() { (X); }").inSubshell()).isTrue();
    assertThat(x("a $(X)").inSubstitution()).isTrue();
    assertThat(x("for i in 1; do X; done").inLoop()).isTrue();
    assertThat(x("{ X; } | a").inPipeline()).isTrue();
    assertThat(x("! X").negated()).isTrue();
    assertThat(x("a && X; b").before()).isEqualTo(Connector.AND);
    assertThat(x("a && X; b").after()).isEqualTo(Connector.SEMICOLON);
    assertThat(x("/usr/bin/X a").arguments().map(Word::text)).containsExactly("a");
    assertThat(x("sudo X").runBy().flatMap(SimpleCommand::name)).containsExactly("sudo");
    assertThat(x("bash -c 'X'").runBy().flatMap(SimpleCommand::name)).containsExactly("bash");
  }

  @Test
  void errexitIsInForceWhereAFailureEndsTheScript() {
    for (String script : new String[] {"set -e; X", "set -euxo pipefail; a; X", "bash -ec 'a; X'", "set -o errexit && X"}) {
      assertThat(x(script).errexit()).as(script).isTrue();
    }
    for (String script : new String[] {"X", "set -e; X && a", "set -e; if X; then a; fi", "set -e; set +e; X", "(set -e); X", "if a; then set -e; fi; X", "set -e; ! X", "set -x; X"}) {
      assertThat(x(script).errexit()).as(script).isFalse();
    }
  }

  private static void assertValue(String word, String value, Map<String, String> variables) {
    Word read = x("X " + word).arguments().head();
    assertThat(read.value(name -> Option.of(variables.get(name)))).containsExactly(value);
  }

  private static void assertNoValue(String word, Map<String, String> variables) {
    Word read = x("X " + word).arguments().head();
    assertThat(read.value(name -> Option.of(variables.get(name)))).isEmpty();
  }

  @Test
  void wordsHaveAValueWhereItCanBeTold() {
    assertValue("a'b c'\"d\"\\ e", "ab cd e", Map.of());
    assertValue("''", "", Map.of());
    assertValue("$'a\\tb'", "a\tb", Map.of());
    assertValue("/var/lib/*", "/var/lib/*", Map.of());
    assertValue("$A/${B}c", "1/2c", Map.of("A", "1", "B", "2"));
    assertValue("${A:-d}${B:-d}${A:+e}${B+e}", "1de", Map.of("A", "1", "B", ""));
    assertValue("\"$A\"", "1 2", Map.of("A", "1 2"));
    assertValue("~/x", "/root/x", Map.of("HOME", "/root"));
    assertValue("{}", "{}", Map.of());
    assertNoValue("$A", Map.of("A", "1 2"));
    assertNoValue("$A", Map.of());
    assertNoValue("~/x", Map.of());
    assertNoValue("a$(b)", Map.of());
    assertNoValue("{a,b}", Map.of());
    assertNoValue("${A%x}", Map.of("A", "1x"));
  }

  @Test
  void wordsTellHowTheyAreMade() {
    Word word = x("X \"$A\"*${B:-$C}").arguments().head();
    assertThat(word.quoted()).isTrue();
    assertThat(word.globs()).isTrue();
    assertThat(word.variables()).containsExactly("A", "B", "C");
    assertThat(x("X '*'").arguments().head().globs()).isFalse();
  }
}
