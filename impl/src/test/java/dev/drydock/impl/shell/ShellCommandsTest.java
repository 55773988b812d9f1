package dev.drydock.impl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import org.junit.jupiter.api.Test;

/** Which commands a script has: each case is a script and its commands' texts. */
class ShellCommandsTest {

  private static void assertCommands(String script, String... commands) {
    ShellScript read = ShellScript.parse(script);
    assertThat(read.unread()).isEmpty();
    assertThat(read.commands().map(SimpleCommand::text)).containsExactly(commands);
    for (SimpleCommand command : read.commands()) {
      if (!script.contains("\\") && !script.contains("`") && !script.contains("eval")) {
        assertThat(command.span().of(script)).isEqualTo(command.text());
      }
    }
  }

  private static void assertStops(String script, String reason) {
    ShellScript read = ShellScript.parse(script);
    assertThat(read.complete()).isFalse();
    assertThat(read.unread().last().reason()).contains(reason);
  }

  @Test
  void listsAndPipelinesAreTakenApart() {
    assertCommands("a b && c || d; e & f | g |& h", "a b", "c", "d", "e", "f", "g", "h");
    assertCommands("a\n\n b # c; d\ne", "a", "b", "e");
    assertCommands("! a && time -p b", "a", "b");
    assertCommands("", new String[0]);
    assertCommands(" # only a comment", new String[0]);
  }

  @Test
  void compoundCommandsAreEntered() {
    assertCommands("( a; b ) && { c; d; }", "a", "b", "c", "d");
    assertCommands("if ! a; then b; elif c; then d; else e; fi", "a", "b", "c", "d", "e");
    assertCommands("for x in 1 $(a) 2; do b $x; done", "a", "b $x");
    assertCommands("for ((i=0; i<3; i++)); do a; done", "a");
    assertCommands("for x; do a; done; for x do b; done", "a", "b");
    assertCommands("while a; do b; done; until c; do d; done", "a", "b", "c", "d");
    assertCommands("case $(a) in x|y) b ;; (z) c ;& *) d;; esac", "a", "b", "c", "d");
    assertCommands("case x in esac", new String[0]);
    assertCommands("f() { a; }; function g { b; }; function h() ( c ); f", "a", "b", "c", "f");
    assertCommands("[[ -f x && $(a) =~ ^(b|c)$ ]] && d; (( x > 1 )) && e", "a", "d", "e");
  }

  @Test
  void substitutionsAreEntered() {
    assertCommands("a $(b \"$(c)\") d", "a $(b \"$(c)\") d", "b \"$(c)\"", "c");
    assertCommands("X=$(a) b", "X=$(a) b", "a");
    assertCommands("a ${X:-$(b)} $(( $(c) + 1 )) <(d)", "a ${X:-$(b)} $(( $(c) + 1 )) <(d)", "b", "c", "d");
    assertCommands("a `b \\`c\\``", "a `b \\`c\\``", "b `c`", "c");
    assertCommands("cat <<E\nx $(a)\n'$(b)'\nE\nc", "cat <<E", "a", "b", "c");
    assertCommands("cat <<'E'\nx $(a)\nE\nc", "cat <<'E'", "c");
    assertCommands("cat <<-E | b\n\tx\n\tE\nc", "cat <<-E", "b", "c");
    assertCommands("$( (a) | b)", "$( (a) | b)", "a", "b");
    assertCommands("a > >(b) x=<(c)", "a > >(b) x=<(c)", "b", "c");
    assertCommands("for x in >(a) b; do c; done", "a", "c");
    assertCommands("x=(<(a) b)", "x=(<(a) b)", "a");
    assertCommands("[[ <(a) -nt $(b) || c == @(d|e)* ]]", "a", "b");
  }

  @Test
  void aSubstitutionDoesNotTakeTheHereDocumentOfItsLine() {
    assertCommands("a <<E $(b\nc\n)\nb\nE\nd".replace("\\n", "\n"), "a <<E $(b\nc\n)", "b", "c", "d");
    assertCommands("a $(b <<E\n$(c)\nE\n)\nd", "a $(b <<E\n$(c)\nE\n)", "b <<E", "c", "d");
    assertCommands("a <<E | (b\n$(c)\nE\nd)", "a <<E", "b", "c", "d");
  }

  @Test
  void aReservedWordMayEndInAJoinedLine() {
    assertCommands("if a; then\\\n b; fi", "a", "b");
    assertCommands("!\\\n [[ a < b ]] && c\\\n d", "c\\\n d");
    assertThat(ShellScript.parse("a b\\\n c").commands().head().words().map(word -> word.text()))
        .containsExactly("a", "b", "c");
  }

  @Test
  void quotesHideOperators() {
    assertCommands("a 'b && c' \"d; e\" f\\;g", "a 'b && c' \"d; e\" f\\;g");
    assertCommands("find . -exec rm {} \\; && b", "find . -exec rm {} \\;", "b");
    assertCommands("a $'it\\'s' b#c", "a $'it\\'s' b#c");
    assertCommands("a \"b $c ${d:-'x'} \\\" e\" ; f", "a \"b $c ${d:-'x'} \\\" e\"", "f");
    assertCommands("echo apt-get install x", "echo apt-get install x");
  }

  @Test
  void redirectionsAndAssignmentsBelongToTheCommand() {
    assertCommands("A=1 b >c 2>&1 <<<d &>e {f}>g", "A=1 b >c 2>&1 <<<d &>e {f}>g");
    assertCommands("x=(a b $(c)) y+=1; declare -a z=(1 2)", "x=(a b $(c)) y+=1", "c", "declare -a z=(1 2)");
    assertCommands("{ a; } > b 2>&1 && c", "a", "c");
    assertCommands("> x", "> x");
  }

  @Test
  void whatAWrapperRunsIsACommandOfItsOwn() {
    assertCommands("sudo -E -u x apt-get update", "sudo -E -u x apt-get update", "apt-get update");
    assertCommands("env -i A=b pip list", "env -i A=b pip list", "A=b pip list");
    assertCommands("exec nice -n 5 time a", "exec nice -n 5 time a", "nice -n 5 time a", "time a", "a");
    assertCommands("b | xargs -r -n 1 rm -f", "b", "xargs -r -n 1 rm -f", "rm -f");
    assertCommands("timeout -k 5 10 a; gosu x:y b", "timeout -k 5 10 a", "a", "gosu x:y b", "b");
    assertCommands("conda run -n e pip x; conda install y", "conda run -n e pip x", "pip x", "conda install y");
    assertCommands("command -v pip", "command -v pip");
  }

  @Test
  void nestedScriptsAreEntered() {
    assertCommands("bash -c 'a && b'; c", "bash -c 'a && b'", "a", "b", "c");
    assertCommands("bash -euo pipefail -c 'a' x", "bash -euo pipefail -c 'a' x", "a");
    assertCommands("su - x -c 'a; b'", "su - x -c 'a; b'", "a", "b");
    assertCommands("sudo -u x sh -lc \"a\"", "sudo -u x sh -lc \"a\"", "sh -lc \"a\"", "a");
    assertCommands("eval a 'b; c'", "eval a 'b; c'", "a b", "c");
    assertCommands("bash -c \"a $X && b\"", "bash -c \"a $X && b\"", "a $X", "b");
    assertCommands("bash x.sh -c 'a'", "bash x.sh -c 'a'");
  }

  @Test
  void aHereDocumentIsTheScriptOfTheShellThatReadsIt() {
    assertCommands("bash -ex <<E\na\nb $x\nE\nc", "bash -ex <<E", "a", "b $x", "c");
    assertCommands("sudo -u x bash <<'E' && c\na $(b '$d')\nE", "sudo -u x bash <<'E'", "bash", "c", "a $(b '$d')", "b '$d'");
    assertCommands("/bin/sh -s y <<E 2>&1 | c\na\nE", "/bin/sh -s y <<E 2>&1", "c", "a");
    assertCommands("bash - <<-E\n\ta\n\tE", "bash - <<-E", "a");
    assertCommands("su - x <<E\na\nE", "su - x <<E", "a");
    assertCommands("a $(bash <<E\nb\nE\n)", "a $(bash <<E\nb\nE\n)", "bash <<E", "b");
    assertCommands("bash x.sh <<E\na\nE", "bash x.sh <<E");
    assertCommands("cat <<E | bash\na\nE", "cat <<E", "bash");
    assertThat(ShellScript.parse("su x <<E\na\nE").commands().last().user().user()).containsExactly("x");
    assertThat(ShellScript.parse("bash -e <<E\na\nE").commands().last().errexit()).isTrue();
  }

  @Test
  void whatTheShellAroundMakesOfAHereDocumentIsNotGuessed() {
    assertStops("bash <<E\na $(b)\nE", "known only when it runs");
    assertStops("bash <<E\na `b`\nE", "known only when it runs");
    assertStops("bash <<E\na \\\n b\nE", "known only when it runs");
    assertStops("bash <<E\na '$x'\nE", "before the script's quotes are read");
    assertStops("bash <<E\nx=1; a $x\nE", "before the script sets it");
    assertStops("bash <<E\nfor x in 1; do a ${x}; done\nE", "before the script sets it");
    assertStops("bash -c \"x=1; a $x\"", "before the script sets it");
    assertStops("bash 3<<E\na\nE", "is not read");
    assertStops("bash <f <<E\na\nE", "is not read");
    assertStops("bash <<A; bash <<B\na\nA\nb\nB", "is not read");
    assertStops("bash <<E && (b)\na\nE", "is not read");
    assertStops("bash <<E\na", "has no end");
  }

  @Test
  void spansOfNestedCommandsAreExactDespiteEscapes() {
    String script = "bash -c \"echo \\\"x\\\" && rm \\\"\\$y\\\"\" && c";
    ShellScript read = ShellScript.parse(script);
    assertThat(read.commands().map(command -> command.span().of(script)))
        .containsExactly(
            "bash -c \"echo \\\"x\\\" && rm \\\"\\$y\\\"\"", "echo \\\"x\\\"", "rm \\\"\\$y\\\"", "c");
  }

  @Test
  void whatCannotBeReadIsSaid() {
    assertStops("a && 'b", "quote");
    assertStops("a && (b", "closed");
    assertStops("if a; then b", "'fi' was expected");
    assertStops("a && ; b", "command");
    assertStops("a; ) b", "unexpected ')'");
    assertStops("bash -c \"$X\" --", "");
    assertStops("bash -c \"$(x)\"", "known only when it runs");
    assertStops("sudo --new-option a", "options of sudo");
    assertStops("chroot /x a", "what chroot runs is not read");
    assertStops("setpriv --reuid=x a", "what setpriv runs is not read");
    assertStops("coproc a", "unexpected 'coproc'");
    assertStops("cat <<E", "missing");
    assertStops("a $(cat <<E)\nE\n", "missing");
  }

  @Test
  void whatBashRefusesIsNotUnderstood() {
    assertStops("if a; then\n# nothing\nfi", "a command was expected");
    assertStops("for x in a; do done", "a command was expected");
    assertStops("( )", "a command was expected");
    assertStops("f() { }", "a command was expected");
    assertStops("f() a", "a function's body was expected");
    assertStops("case a in ) b;; esac", "a pattern was expected");
    assertStops("case a in b c) d;; esac", "a pattern is not closed");
    assertStops("for ((x)); do a; done", "a loop that is not understood");
    assertStops("a | ]]", "unexpected ']]'");
    assertStops("{ (a) >b }", "unexpected '}'");
    assertStops("[[ a b ]]", "a test");
    assertStops("[[ -f ]]", "a test");
    assertStops("[[ ( a ]]", "closed");
    assertStops("a >1< b", "no file after >");
  }

  @Test
  void whatShellsReadDifferentlyIsNotUnderstood() {
    assertStops("a \"${x:-it's}\"", "a quote that shells read differently");
    assertStops("a \"${x:-'}'}\"", "a quote that shells read differently");
    assertStops("a $[1 + 2]", "shells read differently");
    assertStops("((a) | b)", "'((' that is no arithmetic");
    assertStops("a $((b) | c)", "'$((' that is no arithmetic");
    assertStops("a <((b))", "no arithmetic");
    assertStops("(( '1' ))", "arithmetic with quotes");
    assertStops("a[ b ]=c d", "an index");
  }

  @Test
  void deepNestingIsDeclinedNotOverflown() {
    int deep = 10_000;
    for (String open : new String[] {"(", "{ ", "$(", "\"$(", "`\\`", "if a; then ", "${x:-", "[[ $(", "f() ", "$((", "bash -c "}) {
      assertThat(ShellScript.parse(open.repeat(deep)).text()).hasSize(deep * open.length());
    }
  }

  @Test
  void largeScriptsAreReadInLinearTime() {
    assertThat(ShellScript.parse("a && ".repeat(100_000) + "b").commands()).hasSize(100_001);
    assertThat(ShellScript.parse("x".repeat(1_000_000)).commands()).hasSize(1);
    assertThat(ShellScript.parse("\\x".repeat(500_000)).commands()).hasSize(1);
    assertThat(ShellScript.parse("a" + "\\\n".repeat(500_000) + "b").commands()).hasSize(1);
    assertThat(ShellScript.parse("bash <<E\n" + "a $b\n".repeat(100_000) + "E\n").commands()).hasSize(100_001);
    assertThat(ShellScript.parse("export A1=b; ".repeat(50_000) + "b").commands()).hasSize(50_001);
    assertThat(ShellScript.parse("cat <<E\nE\n".repeat(50_000)).commands()).hasSize(50_000);
  }
}
