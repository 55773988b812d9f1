package dev.drydock.impl.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.text.TextEdit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of a script without the command {@code X}: each case is a script and what is left. */
class RemovalTest {

  /** Between a script and what is expected of it. */
  private static final String ARROW = " → ";

  private static SimpleCommand x(ShellScript script) {
    return named(script, "X");
  }

  private static SimpleCommand named(ShellScript script, String name) {
    return script.commands().filter(command -> command.name().contains(name)).head();
  }

  private static void assertWithout(String script, String left) {
    ShellScript read = ShellScript.parse(script);
    StringBuilder result = new StringBuilder(script);
    for (TextEdit cut : read.without(x(read)).reverse()) {
      result.replace(cut.start(), cut.end(), cut.replacement());
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a && X && b → a && b", "a && X → a", "X && b → b", "a; X; b → a; b", "X; b → b", "A=1 X; b → b",
        "a && X; b → a; b", "a; X && b → a; b", "a && X || b → a || b", "a\nX\nb → a\nb", "a & X; b → a & b",
        "a & X → a &", "a & X; → a &", "a; X\nb → a\nb", "a\nX; b → a\nb", "a & X\nb → a & b",
        "a -b >c && X -d 2>/dev/null && e → a -b >c && e"
      })
  void theConnectorGoesWithTheCommand(String example) {
    String[] parts = example.split(ARROW, -1);
    assertWithout(parts[0], parts[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a; X → a; true", "a\nX\n → a\ntrue\n", "a || X → a || true", "a && b || X → a && b || true",
        "X || b → true || b", "X → true", "if a; then X; fi → if a; then true; fi",
        "{ a; X; } && b → { a; true; } && b", "f() { X; }; f → f() { true; }; f",
        "for x in $(a); do X $x; done → for x in $(a); do true; done",
        "for x in a; do X $x; done; b $x → for x in a; do true; done; b $x",
        "while [ a ]; do X; done → while [ a ]; do true; done", "{ X; } > a && b → { true; } > a && b",
        "if a; then b; elif c; then X; fi → if a; then b; elif c; then true; fi",
        "if [ a ]; then X; else b; fi → if [ a ]; then true; else b; fi",
        "if [ $(a) ]; then X; fi → if [ $(a) ]; then true; fi", "a; X; exit → a; true; exit",
        "a; X && exit → a; true && exit", "f() { a; X; return; }; f → f() { a; true; return; }; f",
        "a; X; exit 0 → a; exit 0"
      })
  void trueTakesThePlaceOfACommandThatDecidesTheStatus(String example) {
    String[] parts = example.split(ARROW, -1);
    assertWithout(parts[0], parts[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a && { X; } && b → a && b", "( X ) && b → b", "a && ( ( X ) ) → a",
        "a && if [ -d b ]; then X; fi && c → a && c", "a; if [ b ]; then true; else X -r; fi; c → a; c",
        "a; if test b; then :; elif ! command -v c >/dev/null; then X; else true; fi; d → a; d",
        "if [[ a == b || -f c ]] && grep -q d e; then X; fi; f → f",
        "if a; then b; else X -r; fi; c → if a; then b; fi; c",
        "if a; then b; elif [ c ]; then X; fi; d → if a; then b; fi; d", "a; for x in b c; do X $x; done; d → a; d",
        "a && case b in c) X;; *) ;; esac && d → a && d",
        "case b in c) X ;; *) d;; esac → case b in c) ;; *) d;; esac", "bash -c 'X' && b → b",
        "a && sudo sh -c 'X' → a", "(a; (X)) → (a; true)", "X || true → true", "a; X || true; b → a; b",
        "X || : && b → b", "a && X || true → a || true"
      })
  void aCommandThatWouldDoNothingGoesAsAWhole(String example) {
    String[] parts = example.split(ARROW, -1);
    assertWithout(parts[0], parts[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "! { X; } → ! { true; }", "a | { X; } → a | { true; }", "if { X; }; then a; fi → if { true; }; then a; fi",
        "set -e; a && { X; }; b → set -e; a && { true; }; b", "bash <<E\nX\nE → bash <<E\ntrue\nE",
        "bash <<E\na\nX\nb\nE → bash <<E\na\nb\nE", "eval X → eval true", "{ a; (X) }; b → { a; (true) }; b",
        "if a; then b; for x in c; do X; done fi → if a; then b; for x in c; do true; done fi", "X; exit 1 → exit 1",
        "X || a || true → true || a || true"
      })
  void whatFollowsOrStandsAroundMayKeepIt(String example) {
    String[] parts = example.split(ARROW, -1);
    assertWithout(parts[0], parts[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "set -e; a; X → set -e; a", "set -eux; a; X → set -eux; a", "set -o errexit\na\nX\n → set -o errexit\na\n",
        "bash -ec 'a; X' → bash -ec 'a'", "set -e; (a; X) → set -e; (a)",
        "set -e; if a; then b; fi; X → set -e; if a; then b; fi",
        "set -e; for a in b; do c; x=1; done; X → set -e; for a in b; do c; x=1; done",
        "set -e; case a in b) c;; *) { d; };; esac; X → set -e; case a in b) c;; *) { d; };; esac",
        "set -e; if a; then b && c; fi; X → set -e; if a; then b && c; fi; true",
        "set -e; if a; then b=$(c); fi; X → set -e; if a; then b=$(c); fi; true",
        "set -e; a && { b; }; X → set -e; a && { b; }; true", "set -e; (a); X → set -e; (a); true",
        "set -e; set +e; a; X → set -e; set +e; a; true", "set -e; a && b; X → set -e; a && b; true",
        "set -e; a && X; b → set -e; a && true; b", "set -e; a && X → set -e; a",
        "set -e; { a; b; } && X → set -e; { a; b; } && true",
        "f() { a; b; }; set -e; f && X → f() { a; b; }; set -e; f && true",
        "function f { a; b; }; set -e; f && X → function f { a; b; }; set -e; f && true",
        "set -e; eval 'a; b' && X → set -e; eval 'a; b' && true", "set -e; . ./a && X → set -e; . ./a && true",
        "set -e; (a; X) || b → set -e; (a; true) || b"
      })
  void errexitKeepsTheStatus(String example) {
    String[] parts = example.split(ARROW, -1);
    assertWithout(parts[0], parts[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if a; then b; X; c; fi → if a; then b; c; fi", "if a; then\n  b\n  X\n  c\nfi → if a; then\n  b\n  c\nfi",
        "if a; then\n  X\n  b\nfi → if a; then\n  b\nfi", "case a in b) c && X;; esac → case a in b) c;; esac",
        "(a && X) → (a)", "{ a && X; } → { a; }", "{ X && a; } → { a; }", "a &&\n  X &&\n  b → a &&\n  b",
        "X\n# about b\nb → # about b\nb",
        "a # about a\n# about X\nX # why\n# about b\nb → a # about a\n# about b\nb",
        "cat <<E\nX\nE\nX\nb → cat <<E\nX\nE\nb", "(X)#c\nb → (true)#c\nb", "a && (X)#c\nb → a && (true)#c\nb", "(X) #c\nb → b"
      })
  void blocksStayWellFormed(String example) {
    String[] parts = example.split(ARROW, -1);
    assertWithout(parts[0], parts[1]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "if [ $((i+=1)) -gt 3 ]; then X; fi; a → if [ $((i+=1)) -gt 3 ]; then true; fi; a",
        "if [[ $b =~ ^(c) ]]; then X; fi; a → if [[ $b =~ ^(c) ]]; then true; fi; a",
        "if [[ ${b:=c} == d ]]; then X; fi; a → if [[ ${b:=c} == d ]]; then true; fi; a",
        "if [[ $b == d ]]; then X; fi; a → a",
        "for b in ${c:=d}; do X; done; a → for b in ${c:=d}; do true; done; a",
        "for b in c; do X; done; a $((b+1)) → for b in c; do true; done; a $((b+1))", "for b in c; do X; done; a → a"
      })
  void whatSetsAVariableStays(String example) {
    String[] parts = example.split(ARROW, -1);
    assertWithout(parts[0], parts[1]);
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a | X", "X | a", "X &", "a && X & b", "! X", "if X; then b; fi", "while a; X; do b; done", "a $(b; X)",
        "X > file; a", "X $(a); b", "X ${a:=b}; b", "X; echo $?", "X; echo ${?}", "A=$(a) X; b", "exec X",
        "b | xargs X", "a; X; 'b", "X <<E; b\nE\n", "trap 'X' EXIT; a", "cat <<E && \nE\nX; b"
      })
  void whereItIsNotSafeNothingIsCut(String example) {
    assertStays(example);
  }
}
