package dev.drydock.impl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.shell.Assignment;
import dev.drydock.shell.Connector;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.control.Option;
import java.util.Map;
import java.util.Arrays;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is known about the command {@code X} from where it stands, and about its words. */
class ShellContextTest {

  /** Between a script and what is expected of it. */
  private static final String ARROW = " → ";

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
    assertThat(x(script).user()).isEqualTo(Option.of(user.isEmpty() ? null : user));
    assertThat(x(script).resetsEnvironment()).isEqualTo(resets);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export A=1 B=\"2 3\" && X → A=1 → B=\"2 3\"", "A=1; X", "A=1; export A; X → A=1", "A=1 X → A=1",
        "export A=1; A=2; X → A=2", "export A=1; unset A; X", "set -a; A=1; X → A=1", "declare -x A=1; X → A=1",
        "A=1 env B=2 X → A=1 → B=2", "export A=1; env -i B=2 X → B=2",
        "export A=1; sudo B=2 bash -c 'C=3 X' → B=2 → C=3", "export A=1; bash -c 'X' → A=1", "A=1; export -n A; X",
        "export A=1; export -n A; X", "export A=1; export -n A=2; X", "A=1; declare -x A; X → A=1",
        "export A=1; declare A=2; X → A=2", "declare A=1; X", "set -o allexport; A=1; set +a; B=2; X → A=1",
        "set -- -a; A=1; X", "set -x a -a; A=1; X", "export A=1 B=2; unset A B; X", "export A=1; unset B; X → A=1",
        "export A=1; A=2 a; X → A=1", "export A=1; A=2; export B=3; X → A=2 → B=3",
        "A='export B=1'; export A; X → A='export B=1'", "export A=1; env B=2 X → A=1 → B=2", "export A=1; env - X",
        "export A=1; env -u A X", "export A=1; sudo --preserve-env X → A=1", "export A=1; su - b -c 'X'",
        "export A=1; su b -c 'X' → A=1"
      })
  void theEnvironmentHoldsWhatWasExported(String example) {
    String[] parts = example.split(ARROW, -1);
    assertEnvironment(parts[0], Arrays.copyOfRange(parts, 1, parts.length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(export A=1); X", "export A=1 | b; X", "b | export A=1; X", "export A=1 & X", "bash -c 'export A=1'; X",
        "eval 'export A=1'; X → A=1", "{ export A=1; }; X → A=1", "export A=1; (unset A); X → A=1",
        "a $(export A=1); X", "f() { export A=1; }; X → A=1?", "trap 'export A=1' EXIT; X → A=1?",
        "export A=1; { export A=2; } & X → A=1"
      })
  void whatAProcessOfItsOwnSetsIsGone(String example) {
    String[] parts = example.split(ARROW, -1);
    assertEnvironment(parts[0], Arrays.copyOfRange(parts, 1, parts.length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if a; then export A=1; fi; X → A=1?", "a || export A=1; X → A=1?", "a && export A=1 && X → A=1",
        "export A=1; if a; then unset A; fi; X → A=1?", "export A=1; read A; X → A=1?",
        "export A=1; read -r B A; X → A=1?", "export A=1; for A in x; do b; done; X → A=1?",
        "! a && export A=1; X → A=1?", "a || b | export A=1; X", "while a; do export A=1; done; X → A=1?",
        "case a in b) export A=1;; esac; X → A=1?", "if export A=1; then b; fi; X → A=1",
        "if a; then b; elif export A=1; then b; fi; X → A=1?", "export A=1; if a; then A=2; fi; X → A=2?",
        "export A=1; if a; then export -n A; fi; X → A=1?"
      })
  void whatMayNotHaveBeenSetIsUncertain(String example) {
    String[] parts = example.split(ARROW, -1);
    assertEnvironment(parts[0], Arrays.copyOfRange(parts, 1, parts.length));
  }

  @Test
  void theUserIsTheOneThatAWrapperChangesTo() {
    assertUser("X", "", false);
    assertUser("sudo X", "root", true);
    assertUser("sudo -E -u a X", "a", false);
    assertUser("sudo --user=a X", "a", true);
    assertUser("sudo --user a X", "a", true);
    assertUser("sudo -ua X", "a", true);
    assertUser("sudo -nu a X", "a", true);
    assertUser("sudo -u '#1000' X", "1000", true);
    assertUser("sudo -E -i X", "root", true);
    assertUser("sudo -E --login X", "root", true);
    assertUser("sudo --preserve-env X", "root", false);
    assertUser("sudo --preserve-env=PATH X", "root", true);
    assertUser("sudo -g b -- X", "root", true);
    assertUser("doas -u a X", "a", false);
    assertUser("/usr/sbin/gosu a X", "a", false);
    assertUser("env -i X", "", true);
    assertUser("nice -n 5 X", "", false);
    assertUser("nice -5 X", "", false);
    assertUser("timeout -k 5 --signal=KILL 10 X", "", false);
    assertUser("su -c 'X'", "root", false);
    assertUser("su -l a -c 'X'", "a", true);
    assertUser("su --login a -c 'X'", "a", true);
    assertUser("su a -lc 'X'", "a", true);
    assertUser("su --shell /bin/sh a --command 'X'", "a", false);
    assertUser("runuser a -c 'X'", "a", false);
    assertUser("runuser --user a X", "a", false);
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
    assertChangesToSomebody(x("sudo -u \"$U\" X"));
    assertChangesToSomebody(x("su \"$U\" -c X"));
    assertUser("env --ignore-environment X", "", true);
    assertUser("env --unset A X", "", true);
    assertUser("env A=b X", "", false);
    assertUser("gosu a:b c; su - a -c 'b'; X", "", false);
    assertThat(x("su - a -c 'b'; X").runBy()).isEmpty();
    assertThat(x("X").changesUser()).isFalse();
    assertThat(x("X").user()).isEmpty();
    assertThat(x("sudo -u a X").user()).contains("a");
  }

  @Test
  void conditionalMeansThatItMayBePassedOver() {
    for (String script :
        new String[] {
          "a || X", "a || b && c; if a; then X; fi", "case a in a) X;; esac", "f() { X; }",
          "while a; do X; done", "! a && X", "a || { b; X; }", "trap X EXIT", "a || bash -c 'X'", "a || b | X",
          "! a | b && X", "if a; then b; elif X; then c; fi"
        }) {
      assertThat(x(script).conditional()).as(script).isTrue();
    }
    for (String script : new String[] {"a && X", "X || a", "if X; then a; fi", "(X)", "a || b && X", "while X; do a; done", "! X", "a | b && X", "a || b; X"}) {
      assertThat(x(script).conditional()).as(script).isFalse();
    }
  }

  @Test
  void commandsOfDifferentBranchesAndFunctionsExcludeEachOther() {
    assertThat(excluding("if a; then x; else y; fi")).isTrue();
    assertThat(excluding("if a; then b && { x; }; elif c; then if d; then y; fi; fi")).isTrue();
    assertThat(excluding("case $a in b) x ;; *) y ;; esac")).isTrue();
    assertThat(excluding("f() { x; }; g() { y; }")).isTrue();
    assertThat(excluding("if a; then x; y; fi")).isFalse();
    assertThat(excluding("if a; then x; fi; if b; then y; fi")).isFalse();
    assertThat(excluding("if x; then y; fi")).isFalse();
    assertThat(excluding("f() { x; y; }")).isFalse();
    assertThat(excluding("f() { x; }; y")).isFalse();
  }

  private static boolean excluding(String script) {
    Vector<SimpleCommand> commands = ShellScript.parse(script).commands();
    SimpleCommand x = commands.find(command -> command.text().equals("x")).get();
    SimpleCommand y = commands.find(command -> command.text().equals("y")).get();
    assertThat(x.excludes(y)).isEqualTo(y.excludes(x));
    return x.excludes(y);
  }

  @Test
  void whatATrapRunsIsDeferred() {
    Vector<SimpleCommand> commands = ShellScript.parse("trap 'x' EXIT; y").commands();
    assertThat(commands.filter(SimpleCommand::deferred).map(SimpleCommand::text)).containsExactly("x");
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
    assertThat(x("while X; do a; done").inLoop()).isTrue();
    assertThat(x("a | X").inPipeline()).isTrue();
    assertThat(x("X | a").inPipeline()).isTrue();
    assertThat(x("! a | X").negated()).isTrue();
    assertThat(x("! ! X").negated()).isFalse();
    assertThat(x("/usr/bin/X").name()).containsExactly("X");
    assertThat(x("f() { a; }; (X)").inFunction()).isFalse();
    assertThat(x("if a; then b; fi; { X; }").conditional()).isFalse();
    for (String alone : new String[] {"X", "a; X; b", "if X; then a; fi", "{ X; }"}) {
      SimpleCommand command = x(alone);
      assertThat(command.inFunction() || command.inSubshell() || command.inSubstitution()).as(alone).isFalse();
      assertThat(command.inLoop() || command.inPipeline() || command.negated()).as(alone).isFalse();
      assertThat(command.runBy()).as(alone).isEmpty();
    }
    assertThat(x("bash -c 'X'").runBy().flatMap(SimpleCommand::name)).containsExactly("bash");
  }

  @Test
  void errexitIsInForceWhereAFailureEndsTheScript() {
    for (String script : new String[] {"set -e; X", "set -euxo pipefail; a; X", "bash -ec 'a; X'", "set -o errexit && X", "bash -o errexit -c 'X'", "bash -eo pipefail -c 'X'", "set -e; a | X", "set -e; { X; }", "set -e; if a; then X; fi", "set -e; bash --norc -e -c 'X'"}) {
      assertThat(x(script).errexit()).as(script).isTrue();
    }
    for (String script : new String[] {"X", "set -e; X && a", "set -e; if X; then a; fi", "set -e; set +e; X", "(set -e); X", "if a; then set -e; fi; X", "set -e; ! X", "set -x; X", "set -e; X | a", "set -e; X & a", "set -e; X || a", "set -e; while X; do a; done", "set -e; bash -c 'X'", "set -e; f() { X; }", "a && set -e; X", "a || set -e; X", "bash -e +e -c 'X'", "bash +o errexit -c 'X'", "set -e; { X; } || a", "set -o pipefail; X", "set -- -e; X"}) {
      assertThat(x(script).errexit()).as(script).isFalse();
    }
  }

  @Test
  void assignmentsHaveANameAndAValue() {
    SimpleCommand command = x("A=1 B[0]=2 C+=3 D=(e f) E= X G=1");
    assertThat(command.assignments().map(ShellContextTest::show)).containsExactly("A=1", "B=2", "C=3", "D=(e f)", "E=");
    assertThat(command.assignments().map(Assignment::appends)).containsExactly(false, false, true, false, false);
    assertThat(command.assignments().get(3).value().value()).isEmpty();
    assertThat(command.assignments().get(4).value().value()).containsExactly("");
  }

  @Test
  void redirectionsHaveADescriptorAnOperatorAndATarget() {
    assertThat(x("X 2>&1 {a}>b <<<c <<'E' >>f\nE\n").redirections().map(one -> one.descriptor() + " " + one.operator() + " " + one.target().text()))
        .containsExactly("2 >& 1", "{a} > b", " <<< c", " << 'E'", " >> f");
    assertThat(x("X 2>&1 >b").redirections().map(one -> one.span().of("X 2>&1 >b"))).containsExactly("2>&1", ">b");
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
    assertValue("$'\\n\\t\\r\\a\\b\\e\\f\\v\\E'", "\n\t\r\u0007\b\u001b\f\u000b\u001b", Map.of());
    assertValue("$'\\\\\\'\\\"\\?\\z'", "\\'\"?\\z", Map.of());
    assertNoValue("$'\\x41'", Map.of());
    assertNoValue("$'\\101'", Map.of());
    assertValue("$\"a\"", "a", Map.of());
    assertValue("a\\\nb", "ab", Map.of());
    assertValue("\"a\\\nb\\c\\\"\\\\\\$\\`\"", "ab\\c\"\\$`", Map.of());
    assertValue("a$", "a$", Map.of());
    assertValue("\"a$ b\"", "a$ b", Map.of());
    assertValue("a#b", "a#b", Map.of());
    assertValue("a=b", "a=b", Map.of());
    assertValue("$1${10}$@$#", "abcd", Map.of("1", "a", "10", "b", "@", "c", "#", "d"));
    assertValue("${A-d}${A:+e}${B:+e}", "1e", Map.of("A", "1", "B", ""));
    assertValue("\"${A:-'d'}\"", "'d'", Map.of("A", ""));
    assertValue("${A:-'d'}", "d", Map.of("A", ""));
    assertValue("${A:-\"d}\"}", "d}", Map.of("A", ""));
    assertValue("${A:-x\\}y}", "x}y", Map.of("A", ""));
    assertValue("${A:-$B}", "1", Map.of("A", "", "B", "1"));
    assertValue("~", "/root", Map.of("HOME", "/root"));
    assertValue("a~", "a~", Map.of("HOME", "/root"));
    assertValue("'~'/x", "~/x", Map.of("HOME", "/root"));
    assertNoValue("~user/x", Map.of("HOME", "/root"));
    assertNoValue("~$A", Map.of("HOME", "/root", "A", "1"));
    assertValue("{a}", "{a}", Map.of());
    assertValue("a,b}", "a,b}", Map.of());
    assertValue("'{a,b}'", "{a,b}", Map.of());
    assertNoValue("{a'x',b}", Map.of());
    assertNoValue("{1..3}", Map.of());
    assertValue("/var/lib/*", "/var/lib/*", Map.of());
    assertValue("$A/${B}c", "1/2c", Map.of("A", "1", "B", "2"));
    assertValue("${A:-d}${B:-d}${A:+e}${A+e}", "1dee", Map.of("A", "1", "B", ""));
    assertValue("\"$A\"", "1 2", Map.of("A", "1 2"));
    assertValue("~/x", "/root/x", Map.of("HOME", "/root"));
    assertValue("{}", "{}", Map.of());
    for (String several : new String[] {"1 2", "1\t2", "1\n2", "*", "?", "[a]", "a\\b"}) {
      assertNoValue("$A", Map.of("A", several));
      assertValue("\"$A\"", several, Map.of("A", several));
    }
    assertNoValue("$A", Map.of());
    assertNoValue("~/x", Map.of());
    assertNoValue("a$(b)", Map.of());
    assertNoValue("{a,b}", Map.of());
    assertNoValue("${A-d}", Map.of("A", ""));
    assertNoValue("${A+d}", Map.of("A", ""));
    assertNoValue("${A%x}", Map.of("A", "1x"));
    for (String operation : new String[] {"${A#x}", "${A/x/y}", "${A:1:2}", "${A^^}", "${A,,}", "${A@Q}", "${A[0]}", "${#A}", "${!A}", "${A:=x}", "${A:?x}"}) {
      assertNoValue(operation, Map.of("A", "1x"));
    }
    assertNoValue("`b`", Map.of());
    assertNoValue("$((1 + (2)))", Map.of());
    assertNoValue("<(b)", Map.of());
  }

  @Test
  void wordsTellHowTheyAreMade() {
    Word word = x("X \"$A\"*${B:-$C}").arguments().head();
    assertThat(word.quoted()).isTrue();
    assertThat(word.globs()).isTrue();
    assertThat(word.variables()).containsExactly("A", "B", "C");
    assertThat(x("X '*'").arguments().head().globs()).isFalse();
    assertThat(x("X a?").arguments().head().globs()).isTrue();
    assertThat(x("X [a]").arguments().head().globs()).isTrue();
    assertThat(x("X a").arguments().head().globs()).isFalse();
    assertThat(x("X a").arguments().head().quoted()).isFalse();
    assertThat(x("X $A").arguments().head().quoted()).isFalse();
    assertThat(x("X \"$A\"").arguments().head().quoted()).isTrue();
    assertThat(x("X a\\ b").arguments().head().quoted()).isTrue();
    assertThat(x("X $A$B$A").arguments().head().variables()).containsExactly("A", "B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X", "a; X", "a && X", "a && X && b", "(a && X)", "{ a && X; } && b", "X || b", "X; b", "set -e; a; X; b",
        "a | b && X", "if a; then b; fi; X", "bash -c 'a && X'", "sudo X",
        "a || exit 1; X", "a || exit; X", "(exit 0); X", "bash -c 'exit 0'; X", "f() { exit 0; }; X", "a | exit 0; X", "exec > log; X"
      })
  void aCommandWithoutWhichTheScriptFailsMustRun(String script) {
    assertThat(x(script).mustRun()).as(script).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a && X; b", "a && X || b", "a && X & b", "(a && X) || b", "(a && X); b", "{ a && X; }; b", "a || X", "if a; then X; fi",
        "if a && X; then b; fi", "b $(a && X)", "f() { X; }", "bash -c 'a && X' || b", "! (a && X)", "while a; do X; done", "a && X &&",
        "a || exit 0; X", "if a; then exit; fi; X", "{ a && exit; }; b; X", "eval 'exit 0'; X", "[ a ] && exec b; X", "a || exit $b; X",
        "if exit 0; then X; fi; a"
      })
  void aCommandThatAFailureBeforeItSkipsNeedNotRun(String script) {
    assertThat(x(script).mustRun()).as(script).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X", "a && X", "X && a", "a; X", "set -e; X; b", "(X && a)", "a | X"})
  void aCommandWithoutWhoseSuccessTheScriptFailsMustSucceed(String script) {
    assertThat(x(script).mustSucceed()).as(script).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X; b", "X || b", "X | b", "(X) || b", "! X", "if X; then a; fi", "set -e; X || b; c", "b $(X)", "X & b",
        "X && # a", "bash -c 'X && # a'", "X |"})
  void aCommandWhoseFailureIsPassedOverNeedNotSucceed(String script) {
    assertThat(x(script).mustSucceed()).as(script).isFalse();
  }

  /** The user is another one, which cannot be told from the text. */
  private static void assertChangesToSomebody(SimpleCommand command) {
    assertThat(command.changesUser()).isTrue();
    assertThat(command.user()).isEmpty();
  }
}
