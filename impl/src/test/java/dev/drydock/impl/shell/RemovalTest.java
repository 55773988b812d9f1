package dev.drydock.impl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.shell.Cut;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import org.junit.jupiter.api.Test;

/** What is left of a script without the command {@code X}: each case is a script and what is left. */
class RemovalTest {

  private static SimpleCommand x(ShellScript script) {
    return named(script, "X");
  }

  private static SimpleCommand named(ShellScript script, String name) {
    return script.commands().filter(command -> command.name().contains(name)).head();
  }

  private static void assertWithout(String script, String left) {
    ShellScript read = ShellScript.parse(script);
    StringBuilder result = new StringBuilder(script);
    for (Cut cut : read.without(x(read)).reverse()) {
      result.replace(cut.span().start(), cut.span().end(), cut.replacement());
    }
    assertThat(read.without(x(read))).isNotEmpty();
    assertThat(result).hasToString(left);
    assertThat(ShellScript.parse(left).complete()).isTrue();
  }

  private static void assertStays(String script) {
    ShellScript read = ShellScript.parse(script);
    assertThat(read.without(x(read))).isEmpty();
  }

  private static void assertStays(String script, String name) {
    ShellScript read = ShellScript.parse(script);
    assertThat(read.without(named(read, name))).isEmpty();
  }

  @Test
  void theConnectorGoesWithTheCommand() {
    assertWithout("a && X && b", "a && b");
    assertWithout("a && X", "a");
    assertWithout("X && b", "b");
    assertWithout("a; X; b", "a; b");
    assertWithout("X; b", "b");
    assertWithout("A=1 X; b", "b");
    assertWithout("a && X; b", "a; b");
    assertWithout("a; X && b", "a; b");
    assertWithout("a && X || b", "a || b");
    assertWithout("a\nX\nb", "a\nb");
    assertWithout("a & X; b", "a & b");
    assertWithout("a & X", "a &");
    assertWithout("a & X;", "a &");
    assertWithout("a; X\nb", "a\nb");
    assertWithout("a\nX; b", "a\nb");
    assertWithout("a & X\nb", "a & b");
    assertWithout("a -b >c && X -d 2>/dev/null && e", "a -b >c && e");
  }

  @Test
  void trueTakesThePlaceOfACommandThatDecidesTheStatus() {
    assertWithout("a; X", "a; true");
    assertWithout("a\nX\n", "a\ntrue\n");
    assertWithout("a || X", "a || true");
    assertWithout("a && b || X", "a && b || true");
    assertWithout("X || b", "true || b");
    assertWithout("X", "true");
    assertWithout("if a; then X; fi", "if a; then true; fi");
    assertWithout("{ a; X; } && b", "{ a; true; } && b");
    assertWithout("f() { X; }; f", "f() { true; }; f");
    assertWithout("for x in $(a); do X $x; done", "for x in $(a); do true; done");
    assertWithout("for x in a; do X $x; done; b $x", "for x in a; do true; done; b $x");
    assertWithout("while [ a ]; do X; done", "while [ a ]; do true; done");
    assertWithout("{ X; } > a && b", "{ true; } > a && b");
    assertWithout("if a; then b; elif c; then X; fi", "if a; then b; elif c; then true; fi");
    assertWithout("if [ a ]; then X; else b; fi", "if [ a ]; then true; else b; fi");
    assertWithout("if [ $(a) ]; then X; fi", "if [ $(a) ]; then true; fi");
    assertWithout("a; X; exit", "a; true; exit");
    assertWithout("a; X && exit", "a; true && exit");
    assertWithout("f() { a; X; return; }; f", "f() { a; true; return; }; f");
    assertWithout("a; X; exit 0", "a; exit 0");
  }

  @Test
  void aCommandThatWouldDoNothingGoesAsAWhole() {
    assertWithout("a && { X; } && b", "a && b");
    assertWithout("( X ) && b", "b");
    assertWithout("a && ( ( X ) )", "a");
    assertWithout("a && if [ -d b ]; then X; fi && c", "a && c");
    assertWithout("a; if [ b ]; then true; else X -r; fi; c", "a; c");
    assertWithout("a; if test b; then :; elif ! command -v c >/dev/null; then X; else true; fi; d", "a; d");
    assertWithout("if [[ a == b || -f c ]] && grep -q d e; then X; fi; f", "f");
    assertWithout("if a; then b; else X -r; fi; c", "if a; then b; fi; c");
    assertWithout("if a; then b; elif [ c ]; then X; fi; d", "if a; then b; fi; d");
    assertWithout("a; for x in b c; do X $x; done; d", "a; d");
    assertWithout("a && case b in c) X;; *) ;; esac && d", "a && d");
    assertWithout("case b in c) X ;; *) d;; esac", "case b in c) ;; *) d;; esac");
    assertWithout("bash -c 'X' && b", "b");
    assertWithout("a && sudo sh -c 'X'", "a");
    assertWithout("(a; (X))", "(a; true)");
    assertWithout("X || true", "true");
    assertWithout("a; X || true; b", "a; b");
    assertWithout("X || : && b", "b");
    assertWithout("a && X || true", "a || true");
  }

  @Test
  void whatFollowsOrStandsAroundMayKeepIt() {
    assertWithout("! { X; }", "! { true; }");
    assertWithout("a | { X; }", "a | { true; }");
    assertWithout("if { X; }; then a; fi", "if { true; }; then a; fi");
    assertWithout("set -e; a && { X; }; b", "set -e; a && { true; }; b");
    assertWithout("bash <<E\nX\nE", "bash <<E\ntrue\nE");
    assertWithout("bash <<E\na\nX\nb\nE", "bash <<E\na\nb\nE");
    assertWithout("eval X", "eval true");
    assertWithout("{ a; (X) }; b", "{ a; (true) }; b");
    assertWithout("if a; then b; for x in c; do X; done fi", "if a; then b; for x in c; do true; done fi");
    assertWithout("X; exit 1", "exit 1");
    assertWithout("X || a || true", "true || a || true");
  }

  @Test
  void errexitKeepsTheStatus() {
    assertWithout("set -e; a; X", "set -e; a");
    assertWithout("set -eux; a; X", "set -eux; a");
    assertWithout("set -o errexit\na\nX\n", "set -o errexit\na\n");
    assertWithout("bash -ec 'a; X'", "bash -ec 'a'");
    assertWithout("set -e; (a; X)", "set -e; (a)");
    assertWithout("set -e; if a; then b; fi; X", "set -e; if a; then b; fi");
    assertWithout("set -e; for a in b; do c; x=1; done; X", "set -e; for a in b; do c; x=1; done");
    assertWithout("set -e; case a in b) c;; *) { d; };; esac; X", "set -e; case a in b) c;; *) { d; };; esac");
    assertWithout("set -e; if a; then b && c; fi; X", "set -e; if a; then b && c; fi; true");
    assertWithout("set -e; if a; then b=$(c); fi; X", "set -e; if a; then b=$(c); fi; true");
    assertWithout("set -e; a && { b; }; X", "set -e; a && { b; }; true");
    assertWithout("set -e; (a); X", "set -e; (a); true");
    assertWithout("set -e; set +e; a; X", "set -e; set +e; a; true");
    assertWithout("set -e; a && b; X", "set -e; a && b; true");
    assertWithout("set -e; a && X; b", "set -e; a && true; b");
    assertWithout("set -e; a && X", "set -e; a");
    assertWithout("set -e; { a; b; } && X", "set -e; { a; b; } && true");
    assertWithout("f() { a; b; }; set -e; f && X", "f() { a; b; }; set -e; f && true");
    assertWithout("function f { a; b; }; set -e; f && X", "function f { a; b; }; set -e; f && true");
    assertWithout("set -e; eval 'a; b' && X", "set -e; eval 'a; b' && true");
    assertWithout("set -e; . ./a && X", "set -e; . ./a && true");
    assertWithout("set -e; (a; X) || b", "set -e; (a; true) || b");
  }

  @Test
  void blocksStayWellFormed() {
    assertWithout("if a; then b; X; c; fi", "if a; then b; c; fi");
    assertWithout("if a; then\n  b\n  X\n  c\nfi", "if a; then\n  b\n  c\nfi");
    assertWithout("if a; then\n  X\n  b\nfi", "if a; then\n  b\nfi");
    assertWithout("case a in b) c && X;; esac", "case a in b) c;; esac");
    assertWithout("(a && X)", "(a)");
    assertWithout("{ a && X; }", "{ a; }");
    assertWithout("{ X && a; }", "{ a; }");
    assertWithout("a &&\n  X &&\n  b", "a &&\n  b");
    assertWithout("X\n# about b\nb", "# about b\nb");
    assertWithout("a # about a\n# about X\nX # why\n# about b\nb", "a # about a\n# about b\nb");
    assertWithout("cat <<E\nX\nE\nX\nb", "cat <<E\nX\nE\nb");
  }

  @Test
  void whatSetsAVariableStays() {
    assertWithout("if [ $((i+=1)) -gt 3 ]; then X; fi; a", "if [ $((i+=1)) -gt 3 ]; then true; fi; a");
    assertWithout("if [[ $b =~ ^(c) ]]; then X; fi; a", "if [[ $b =~ ^(c) ]]; then true; fi; a");
    assertWithout("if [[ ${b:=c} == d ]]; then X; fi; a", "if [[ ${b:=c} == d ]]; then true; fi; a");
    assertWithout("if [[ $b == d ]]; then X; fi; a", "a");
    assertWithout("for b in ${c:=d}; do X; done; a", "for b in ${c:=d}; do true; done; a");
    assertWithout("for b in c; do X; done; a $((b+1))", "for b in c; do true; done; a $((b+1))");
    assertWithout("for b in c; do X; done; a", "a");
  }

  @Test
  void anAlternativeThatDoesNothingGoesToo() {
    assertWithout("a; { X; } || true; b", "a; b");
    assertWithout("set -e; a && { X; }; b", "set -e; a && { true; }; b");
  }

  @Test
  void aWrapperGoesWithTheCommand() {
    assertWithout("a && sudo X && b", "a && b");
    assertWithout("a && time sudo -u c env D=e X && b", "a && b");
    assertWithout("bash -c 'a && X' && b", "bash -c 'a' && b");
    assertWithout("bash -c \"X \\\"c\\\" && \\\"a\\\"\"", "bash -c \"\\\"a\\\"\"");
  }

  @Test
  void whatChangesTheShellOrDecidesWhatRunsNeverGoes() {
    for (String name : new String[] {"exit", "return", "break", "set", "source", "cd", "trap", "eval"}) {
      assertStays("a && " + name + " b; c", name);
      assertStays("a && command " + name + " b; c", name);
    }
  }

  @Test
  void whereItIsNotSafeNothingIsCut() {
    assertStays("a | X");
    assertStays("X | a");
    assertStays("X &");
    assertStays("a && X & b");
    assertStays("! X");
    assertStays("if X; then b; fi");
    assertStays("while a; X; do b; done");
    assertStays("a $(b; X)");
    assertStays("X > file; a");
    assertStays("X $(a); b");
    assertStays("X ${a:=b}; b");
    assertStays("X; echo $?");
    assertStays("X; echo ${?}");
    assertStays("A=$(a) X; b");
    assertStays("exec X");
    assertStays("b | xargs X");
    assertStays("a; X; 'b");
    assertStays("X <<E; b\nE\n");
    assertStays("trap 'X' EXIT; a");
    assertStays("cat <<E && \nE\nX; b");
  }
}
