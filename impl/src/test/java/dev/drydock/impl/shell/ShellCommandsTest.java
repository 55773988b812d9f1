package dev.drydock.impl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which commands a script has: each case is a script and its commands' texts. */
class ShellCommandsTest {

  /** Between a script and what is expected of it. */
  private static final String ARROW = " → ";

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
    assertCommands("a \\\n b && \\\n c", "a \\\n b", "c");
    assertCommands("a &&\n # why\n b |\n c", "a", "b", "c");
    assertCommands("a &", "a");
    assertCommands("a;", "a");
    assertCommands("time a; time -p -v; ! ! b", "a", "-v", "b");
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
    assertCommands("case x in a) b;; *) c\nesac", "b", "c");
    assertCommands("case x in\n a | b )\n c ;;& \n esac; d", "c", "d");
    assertCommands("select x in a b; do c; done", "c");
    assertCommands("for x in a\ndo b; done", "b");
    assertCommands("for x in <(a); do b; done", "a", "b");
    assertCommands("for x in a; { b; }; for ((;;)) { c; }", "b", "c");
    assertCommands("{ a; } > b && ( c ) 2>&1; if d; then e; fi < f; g", "a", "c", "d", "e", "g");
    assertCommands("if a\nthen b\nelse c\nfi", "a", "b", "c");
    assertCommands("my-f () { a; }; function x::y { b; }\nfunction z () (c)", "a", "b", "c");
    assertCommands("f()\n{ a; }", "a");
    assertCommands("f() if a; then b; fi", "a", "b");
    assertCommands("[[ a < b && ( c || $(d) ) ]]; [[ ! a\n && b ]]; e", "d", "e");
    assertCommands("((a)); b; ( (c); d)", "b", "c", "d");
    assertCommands("echo if then fi; in a", "echo if then fi", "in a");
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
    assertCommands("a $((1 + (2 * 3)))$((`b` - $(c)))", "a $((1 + (2 * 3)))$((`b` - $(c)))", "b", "c");
    assertCommands("a \"`b \\\"c\\\"`\"; d", "a \"`b \\\"c\\\"`\"", "b \"c\"", "d");
    assertCommands("a `b \\$c` d; e", "a `b \\$c` d", "b $c", "e");
    assertCommands("a `b \\\"c` \"`d \\\\e`\"", "a `b \\\"c` \"`d \\\\e`\"", "b \\\"c", "d \\e");
    assertCommands("a `b \\x`", "a `b \\x`", "b \\x");

    assertCommands("a \"${x#'}'}\"; b ${#@} ${#*} ${!x@} ${#} ${!} ${#-}; c", "a \"${x#'}'}\"", "b ${#@} ${#*} ${!x@} ${#} ${!} ${#-}", "c");
    assertCommands("a ``; b $(); c", "a ``", "b $()", "c");
    assertCommands("a $( # why )\n b )", "a $( # why )\n b )", "b");
    assertCommands("a >(b) ${x#$(c)} ${#x} ${!x} ${x[@]} ${x/a/b} ${@:2} $$ $? $!; d", "a >(b) ${x#$(c)} ${#x} ${!x} ${x[@]} ${x/a/b} ${@:2} $$ $? $!", "b", "c", "d");
    assertCommands("a \"${x:-\"$(b)\"}\" ${x:-'$(d)'}; e", "a \"${x:-\"$(b)\"}\" ${x:-'$(d)'}", "b", "e");
    assertCommands("cat <<E <<'F'\n$(a)\nE\n$(b)\nF\nc", "cat <<E <<'F'", "a", "c");
    assertCommands("cat <<\"E F\"\n$(a)\nE F\nc", "cat <<\"E F\"", "c");
    assertCommands("cat <<\\E\n$(a)\nE\nc", "cat <<\\E", "c");
    assertCommands("cat <<E; a\n\\$(b) \\\\$(c) \"$(d)\nE\n", "cat <<E", "a", "c", "d");
    assertCommands("cat <<E\nEE\n E\nE\na", "cat <<E", "a");
    assertCommands("cat <<-E\n\t\tE\na", "cat <<-E", "a");
    assertCommands("cat <<E && (\n$(a)\nE\nb)", "cat <<E", "a", "b");
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a 'b && c' \"d; e\" f\\;g → a 'b && c' \"d; e\" f\\;g",
        "find . -exec rm {} \\; && b → find . -exec rm {} \\; → b", "a $'it\\'s' b#c → a $'it\\'s' b#c",
        "a \"b $c ${d:-'x'} \\\" e\" ; f → a \"b $c ${d:-'x'} \\\" e\" → f",
        "echo apt-get install x → echo apt-get install x"
      })
  void quotesHideOperators(String example) {
    String[] parts = example.split(ARROW, -1);
    assertCommands(parts[0], Arrays.copyOfRange(parts, 1, parts.length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A=1 b >c 2>&1 <<<d &>e {f}>g → A=1 b >c 2>&1 <<<d &>e {f}>g",
        "x=(a b $(c)) y+=1; declare -a z=(1 2) → x=(a b $(c)) y+=1 → c → declare -a z=(1 2)",
        "{ a; } > b 2>&1 && c → a → c", "> x → > x",
        "a >>b 3<>c >|d <&0 &>>e 2>&- <f; g → a >>b 3<>c >|d <&0 &>>e 2>&- <f → g",
        "a > >(b) < <(c) → a > >(b) < <(c) → b → c", "a 2 > b; c{d}>e → a 2 > b → c{d}>e",
        "A[1]=b A[$x]+=c d; A=b; A= c; A=\"b c\" → A[1]=b A[$x]+=c d → A=b → A= c → A=\"b c\"",
        "x=(\n a # why\n b\n); export y=(c); d → x=(\n a # why\n b\n) → export y=(c) → d", "a &>b&& c → a &>b → c"
      })
  void redirectionsAndAssignmentsBelongToTheCommand(String example) {
    String[] parts = example.split(ARROW, -1);
    assertCommands(parts[0], Arrays.copyOfRange(parts, 1, parts.length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sudo -E -u x apt-get update → sudo -E -u x apt-get update → apt-get update",
        "env -i A=b pip list → env -i A=b pip list → A=b pip list",
        "exec nice -n 5 time a → exec nice -n 5 time a → nice -n 5 time a → time a → a",
        "b | xargs -r -n 1 rm -f → b → xargs -r -n 1 rm -f → rm -f",
        "timeout -k 5 10 a; gosu x:y b → timeout -k 5 10 a → a → gosu x:y b → b",
        "conda run -n e pip x; conda install y → conda run -n e pip x → pip x → conda install y",
        "command -v pip → command -v pip",
        "command -V pip; command -pv pip; command -p pip → command -V pip → command -pv pip → command -p pip → pip",
        "sudo -l a; sudo --version; env --help; nice; sudo -u x → sudo -l a → sudo --version → env --help → nice → sudo -u x",
        "mamba run --no-capture-output -p /e a; conda → mamba run --no-capture-output -p /e a → a → conda",
        "sudo A=b C=d e; gosu x A=b → sudo A=b C=d e → A=b C=d e → gosu x A=b → A=b",
        "xargs -0 -- a; xargs -I{} b {}; xargs -n1 c → xargs -0 -- a → a → xargs -I{} b {} → b {} → xargs -n1 c → c",
        "stdbuf --output=L a; timeout 5; env -- b → stdbuf --output=L a → a → timeout 5 → env -- b → b",
        "\"sudo\" a; /usr/bin/env b; $SUDO c → \"sudo\" a → a → /usr/bin/env b → b → $SUDO c",
        "timeout $T/5 a → timeout $T/5 a → a",
        "busybox rm -r a; toybox sh -c b; busybox --list → busybox rm -r a → rm -r a → toybox sh -c b → sh -c b → b → busybox --list"
      })
  void whatAWrapperRunsIsACommandOfItsOwn(String example) {
    String[] parts = example.split(ARROW, -1);
    assertCommands(parts[0], Arrays.copyOfRange(parts, 1, parts.length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zsh -f -c 'a; b' → zsh -f -c 'a; b' → a → b", "zsh <<E\na\nE → zsh <<E → a",
        "bash -c 'a && b'; c → bash -c 'a && b' → a → b → c",
        "bash -euo pipefail -c 'a' x → bash -euo pipefail -c 'a' x → a",
        "su - x -c 'a; b' → su - x -c 'a; b' → a → b",
        "sudo -u x sh -lc \"a\" → sudo -u x sh -lc \"a\" → sh -lc \"a\" → a",
        "eval a 'b; c' → eval a 'b; c' → a b → c", "bash -c \"a $X && b\" → bash -c \"a $X && b\" → a $X → b",
        "bash x.sh -c 'a' → bash x.sh -c 'a'",
        "bash --rcfile x -c 'a'; bash --norc -l -c 'b' → bash --rcfile x -c 'a' → a → bash --norc -l -c 'b' → b",
        "bash -O extglob -c 'a'; bash -c -- 'b'; bash - c → bash -O extglob -c 'a' → a → bash -c -- 'b' → b → bash - c",
        "bash +c 'a'; bash -c; sh → bash +c 'a' → bash -c → sh",
        "bash -c ''; eval; trap - EXIT; trap; trap 'a' EXIT → bash -c '' → eval → trap - EXIT → trap → trap 'a' EXIT → a",
        "su x; su -s /bin/sh x -c 'a'; su -lc 'b' x; runuser -l x -c 'c' → su x → su -s /bin/sh x -c 'a' → a → su -lc 'b' x → b → runuser -l x -c 'c' → c",
        "eval \"a \\\"b\\\"\" → eval \"a \\\"b\\\"\" → a \"b\"", "bash -c \"${X}/a\" → bash -c \"${X}/a\" → ${X}/a"
      })
  void nestedScriptsAreEntered(String example) {
    String[] parts = example.split(ARROW, -1);
    assertCommands(parts[0], Arrays.copyOfRange(parts, 1, parts.length));
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
    assertThat(ShellScript.parse("su x <<E\na\nE").commands().last().user()).containsExactly("x");
    assertThat(ShellScript.parse("bash -e <<E\na\nE").commands().last().errexit()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bash <<E\na $(b)\nE → known only when it runs", "bash <<E\na `b`\nE → known only when it runs",
        "bash <<E\na \\\n b\nE → known only when it runs",
        "bash <<E\na '$x'\nE → before the script's quotes are read",
        "bash <<E\nx=1; a $x\nE → before the script sets it",
        "bash <<E\nfor x in 1; do a ${x}; done\nE → before the script sets it",
        "bash -c \"x=1; a $x\" → before the script sets it", "bash 3<<E\na\nE → is not read",
        "bash <f <<E\na\nE → is not read", "bash <<A; bash <<B\na\nA\nb\nB → is not read",
        "bash <<E && (b)\na\nE → is not read", "bash <<E\na → has no end"
      })
  void whatTheShellAroundMakesOfAHereDocumentIsNotGuessed(String example) {
    String[] parts = example.split(ARROW, -1);
    assertStops(parts[0], parts[1]);
  }

  @Test
  void spansOfNestedCommandsAreExactDespiteEscapes() {
    String script = "bash -c \"echo \\\"x\\\" && rm \\\"\\$y\\\"\" && c";
    ShellScript read = ShellScript.parse(script);
    assertThat(read.commands().map(command -> command.span().of(script)))
        .containsExactly(
            "bash -c \"echo \\\"x\\\" && rm \\\"\\$y\\\"\"", "echo \\\"x\\\"", "rm \\\"\\$y\\\"", "c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a && 'b → quote", "a && (b → closed", "if a; then b → 'fi' was expected", "a && ; b → command",
        "a; ) b → unexpected ')'", "bash -c \"$X\" -- → ", "bash -c \"$(x)\" → known only when it runs",
        "sudo --new-option a → options of sudo", "chroot /x a → what chroot runs is not read",
        "setpriv --reuid=x a → what setpriv runs is not read", "coproc a → unexpected 'coproc'", "cat <<E → missing",
        "a $(cat <<E)\nE\n → missing", "a \"b → quote", "a $'b → quote", "a <<'E → quote", "a `b → not closed",
        "a $(b → not closed", "a $((1 → no arithmetic", "for ((a; do b; done → not understood",
        "case a in b) c ) d → 'esac' was expected", "su x --command='a' → su", "su x -ca → su",
        "a ${b:-c → not closed", "a ${b → bad substitution", "a ${b c} → bad substitution",
        "a ${} → bad substitution", "a x(b) → unexpected '('", "a (b) → unexpected '('", "{ a → '}' was expected",
        "while a; do b → 'done' was expected", "if a; b; fi → 'then' was expected",
        "for 1 in a; do b; done → a variable was expected", "for x in a; b; done → 'do' was expected",
        "case a b → 'in' was expected", "case a in b) c → 'esac' was expected",
        "case a in &) b;; esac → a pattern was expected", "case a in b → a pattern is not closed",
        "[[ a → a test that is not understood", "x=(a → an array is not closed", "x=(a; b) → in an array",
        "function f ( a; ) → ')' was expected", "a > → no file after >", "a > ; b → no file after >",
        "a && → no command after &&", "a || → no command after ||", "a; fi → unexpected 'fi'", "cat <<E\na → no end",
        "su x y -c 'a' → su", "su -c 'a' --command='b' → su", "eval $(a) → eval",
        "bash -c \"echo '$X'\" → before the script's quotes", "bash -c \"${X}\" → known only when it runs",
        "chroot / a → chroot", "fish -c 'a' → fish", "env $X a → options of env", "env \"$X\" a → options of env",
        "nice -x a → options of nice"
      })
  void whatCannotBeReadIsSaid(String example) {
    String[] parts = example.split(ARROW, -1);
    assertStops(parts[0], parts[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if a; then\n# nothing\nfi → a command was expected", "for x in a; do done → a command was expected",
        "( ) → a command was expected", "f() { } → a command was expected", "f() a → a function's body was expected",
        "case a in ) b;; esac → a pattern was expected", "case a in b c) d;; esac → a pattern is not closed",
        "for ((x)); do a; done → a loop that is not understood", "a | ]] → unexpected ']]'",
        "{ (a) >b } → unexpected '}'", "[[ a b ]] → a test", "[[ -f ]] → a test", "[[ ( a ]] → closed",
        "a >1< b → no file after >"
      })
  void whatBashRefusesIsNotUnderstood(String example) {
    String[] parts = example.split(ARROW, -1);
    assertStops(parts[0], parts[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a \"${x:-it's}\" → a quote that shells read differently",
        "a \"${x:-'}'}\" → a quote that shells read differently", "a $[1 + 2] → shells read differently",
        "((a) | b) → '((' that is no arithmetic", "a $((b) | c) → '$((' that is no arithmetic",
        "a <((b)) → no arithmetic", "(( '1' )) → arithmetic with quotes", "a[ b ]=c d → an index"
      })
  void whatShellsReadDifferentlyIsNotUnderstood(String example) {
    String[] parts = example.split(ARROW, -1);
    assertStops(parts[0], parts[1]);
  }

  @Test
  void spansOfCommandsInBackticksHoldTheirEscapes() {
    String script = "a `b \\$c \\`d\\`; e` f";
    assertThat(ShellScript.parse(script).commands().map(command -> command.text() + " | " + command.span().of(script)))
        .containsExactly(
            "a `b \\$c \\`d\\`; e` f | " + script, "b $c `d` | b \\$c \\`d\\`", "d | d", "e | e");
    assertThat(ShellScript.parse("eval a 'b  c' && d").commands().map(command -> command.span().of("eval a 'b  c' && d")))
        .containsExactly("eval a 'b  c'", "a 'b  c", "d");
  }

  @Test
  void whatStandsSideBySideIsNotNested() {
    for (String one :
        new String[] {
          "f() { a; }; ", "(a); ", "{ a; }; ", "if a; then b; fi; ", "for x in a; do b; done; ", "case a in b) c;; esac; ",
          "while a; do b; done; ", "[[ a ]]; ", "((a)); ", "a $(b); ", "a `b`; ", "a ${b:-c}; ", "a \"b\"; ", "bash -c 'a'; ",
          "eval a; ", "trap a EXIT; ", "su -c a; ", "a $((b)); ", "x=(a); ", "a <(b); ", "sudo a; "
        }) {
      assertThat(ShellScript.parse(one.repeat(200)).unread()).as(one).isEmpty();
    }
  }

  @Test
  void whereReadingStoppedIsTold() {
    for (String[] stop :
        new String[][] {
          {"a && 'b", "'b"}, {"a; if b; then c", "if b; then c"}, {"a; ) b", ") b"}, {"a; sudo --new b; c", "sudo --new b"},
          {"cat <<E; a", "E"}, {"a; bash -c \"$(x)\" y; b", "\"$(x)\" y"}
        }) {
      ShellScript read = ShellScript.parse(stop[0]);
      assertThat(read.unread().map(unread -> unread.span().of(stop[0]))).containsExactly(stop[1]);
    }
  }

  @Test
  void whatStandsBeforeAStopIsRead() {
    assertThat(ShellScript.parse("a && b; c 'd").commands().map(SimpleCommand::text)).containsExactly("a", "b");
    assertThat(ShellScript.parse("a $(b; 'c); d").commands().map(SimpleCommand::text)).containsExactly("b");
  }

  @Test
  void nestingIsReadUpToALimit() {
    assertThat(ShellScript.parse("( ".repeat(40) + "a" + " )".repeat(40)).complete()).isTrue();
    assertThat(ShellScript.parse("( ".repeat(160) + "a" + " )".repeat(160)).unread().map(unread -> unread.reason()))
        .containsExactly("nested too deep");
  }

  @Tag("slow")
  @Test
  void deepNestingIsDeclinedNotOverflown() {
    int deep = 10_000;
    for (String open : new String[] {"(", "{ ", "$(", "\"$(", "`\\`", "if a; then ", "${x:-", "[[ $(", "f() ", "$((", "bash -c "}) {
      assertThat(ShellScript.parse(open.repeat(deep)).text()).hasSize(deep * open.length());
    }
  }

  @Tag("slow")
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
