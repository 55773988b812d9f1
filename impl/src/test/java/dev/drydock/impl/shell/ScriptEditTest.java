package dev.drydock.impl.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.shell.ScriptEdit;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.control.Option;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What is written into a RUN's script changes its own characters alone, wherever the command stands. */
class ScriptEditTest {

  private static Run run(String text) {
    return (Run) Dockerfile.parse("FROM a\n" + text).instructions().last();
  }

  private static SimpleCommand command(Run run, String name) {
    return run.script().get().commands().findLast(command -> command.name().contains(name)).get();
  }

  private static Word word(Run run, String text) {
    return run.script().get().commands().flatMap(SimpleCommand::words).findLast(word -> word.text().equals(text)).get();
  }

  private static void assertEdits(String before, BiFunction<Run, Word, Option<Run>> edit, String word, String after) {
    Run run = run(before);
    assertThat(edit.apply(run, word(run, word)).map(Run::text)).as(before).isEqualTo(Option.some(after));
  }

  private static void assertDeclines(String before, BiFunction<Run, Word, Option<Run>> edit, String word) {
    Run run = run(before);
    assertThat(edit.apply(run, word(run, word)).map(Run::text)).as(before).isEqualTo(Option.none());
  }

  private static BiFunction<Run, Word, Option<Run>> replace(String text) {
    return (run, word) -> run.replace(word, text);
  }

  private static BiFunction<Run, Word, Option<Run>> after(String... texts) {
    return (run, word) -> run.insertAfter(word, texts);
  }

  @Test
  void aWordIsReplacedAndCommentsAndLineBreaksStay() {
    assertEdits(
        "RUN apt-get update \\\n  # lists\n && apt-get\tinstall 'curl'   \\\n    git # last\n", replace("apt-fast"), "apt-get",
        "RUN apt-get update \\\n  # lists\n && apt-fast\tinstall 'curl'   \\\n    git # last\n");
  }

  @Test
  void aWordIsReplacedUnderAnotherEscapeCharacterAndLineEnding() {
    Dockerfile file = Dockerfile.parse("# escape=`\r\nFROM a\r\nRUN pip install `\r\n    flask\r\n");
    Run run = (Run) file.instructions().last();
    assertThat(run.replace(word(run, "flask"), "'flask>2'").get().text()).isEqualTo("RUN pip install `\r\n    'flask>2'\r\n");
    assertThat(run.insertAfter(word(run, "flask"), "gunicorn").get().text())
        .isEqualTo("RUN pip install `\r\n    flask `\r\n    gunicorn\r\n");
  }

  @Test
  void aFurtherWordStandsBesideItOrOnALineOfItsOwn() {
    assertEdits(
        "RUN apt-get install -y curl\n", after("--no-install-recommends"), "install",
        "RUN apt-get install --no-install-recommends -y curl\n");
    assertEdits(
        "RUN apt-get install -y \\\n    curl \\\n    # for tests\n    git \\\n && true\n", after("jq", "vim"), "curl",
        "RUN apt-get install -y \\\n    curl \\\n    jq \\\n    vim \\\n    # for tests\n    git \\\n && true\n");
    assertEdits(
        "RUN apt-get install -y \\\n    curl\n", (run, word) -> run.insertBefore(word, "bash"), "curl",
        "RUN apt-get install -y \\\n    bash \\\n    curl\n");
  }

  @Test
  void aHeredocIsEdited() {
    assertEdits(
        "RUN <<EOF\napt-get install curl\nEOF\n", after("-y"), "install", "RUN <<EOF\napt-get install -y curl\nEOF\n");
    assertEdits("RUN bash <<EOF\npip install a\nEOF\n", replace("'b c'"), "a", "RUN bash <<EOF\npip install 'b c'\nEOF\n");
    assertDeclines("RUN bash <<EOF\npip install a\nEOF\n", replace("'$X'"), "a");
    assertEdits(
        "RUN bash <<'EOF'\npip install a\nEOF\n", replace("'$X'"), "a", "RUN bash <<'EOF'\npip install '$X'\nEOF\n");
  }

  @Test
  void aScriptInQuotesIsQuotedOnceMore() {
    assertEdits("RUN bash -c 'pip install a'\n", replace("b"), "a", "RUN bash -c 'pip install b'\n");
    assertEdits("RUN bash -c 'pip install a'\n", replace("'b c'"), "a", "RUN bash -c 'pip install '\\''b c'\\'''\n");
    assertEdits("RUN bash -c \"pip install a\"\n", replace("'b c'"), "a", "RUN bash -c \"pip install 'b c'\"\n");
    assertEdits("RUN bash -c \"pip install a\"\n", replace("\"b\""), "a", "RUN bash -c \"pip install \\\"b\\\"\"\n");
    assertEdits("RUN bash -c \"pip install a\"\n", replace("'$b'"), "a", "RUN bash -c \"pip install '\\$b'\"\n");
  }

  @Test
  void anExecFormIsEditedAsJson() {
    assertEdits("RUN [\"pip\", \"install\", \"a\"]\n", replace("b"), "'a'", "RUN [\"pip\", \"install\", \"b\"]\n");
    assertEdits("RUN [\"pip\", \"install\", \"a\"]\n", after("-q"), "'install'", "RUN [\"pip\", \"install\", \"-q\", \"a\"]\n");
    assertEdits("RUN [\"pip\", \"install\"]\n", replace("'say \"hi\"'"), "'install'", "RUN [\"pip\", \"say \\\"hi\\\"\"]\n");
    assertEdits(
        "RUN [\"bash\", \"-c\", \"pip install a\"]\n", replace("\"b c\""), "a",
        "RUN [\"bash\", \"-c\", \"pip install \\\"b c\\\"\"]\n");
    assertDeclines("RUN [\"pip\", \"install\", \"a\"]\n", replace("$X"), "'a'");
  }

  @Test
  void aWrappedCommandIsEdited() {
    assertEdits("RUN sudo -E apt-get install a\n", after("-y"), "install", "RUN sudo -E apt-get install -y a\n");
  }

  @Test
  void whatAnOnbuildHoldsIsEdited() {
    OnBuild held = (OnBuild) Dockerfile.parse("FROM a\nONBUILD  RUN pip install a # b\n").instructions().last();
    Run run = (Run) held.instruction().get();
    assertThat(held.with(run.replace(word(run, "a"), "c").get()).text()).isEqualTo("ONBUILD  RUN pip install c # b\n");
  }

  @Test
  void aVariableIsSetForOneCommand() {
    Run run = run("RUN cd /x && uv sync --frozen\n");
    assertThat(run.assigning("UV_LINK_MODE", "copy", command(run, "uv")).get().text())
        .isEqualTo("RUN cd /x && UV_LINK_MODE=copy uv sync --frozen\n");
    Run there = run("RUN UV_LINK_MODE=\"hardlink\" uv sync\n");
    assertThat(there.assigning("UV_LINK_MODE", "a b", command(there, "uv")).get().text())
        .isEqualTo("RUN UV_LINK_MODE='a b' uv sync\n");
  }

  @Test
  void aVariableReachesAWrappedCommand() {
    Run sudo = run("RUN sudo uv sync\n");
    assertThat(sudo.assigning("A", "b", command(sudo, "uv")).get().text()).isEqualTo("RUN sudo A=b uv sync\n");
    Run quoted = run("RUN bash -c 'uv sync'\n");
    assertThat(quoted.assigning("A", "b c", command(quoted, "uv")).get().text())
        .isEqualTo("RUN bash -c 'A='\\''b c'\\'' uv sync'\n");
  }

  @Test
  void anExecFormHasNoPlaceForAVariable() {
    Run exec = run("RUN [\"uv\", \"sync\"]\n");
    assertThat(exec.assigning("A", "b", command(exec, "uv"))).isEqualTo(Option.none());
    Run within = run("RUN [\"sh\", \"-c\", \"uv sync\"]\n");
    assertThat(within.assigning("A", "b", command(within, "uv")).get().text())
        .isEqualTo("RUN [\"sh\", \"-c\", \"A=b uv sync\"]\n");
  }

  @Test
  void aProgramThatTakesNoVariablesIsNotGivenOne() {
    Run run = run("RUN xargs uv sync\n");
    assertThat(run.assigning("A", "b", command(run, "uv"))).isEqualTo(Option.none());
  }

  @Test
  void commandsAreAppended() {
    assertThat(run("RUN make\n").append("make clean").get().text()).isEqualTo("RUN make && make clean\n");
    assertThat(run("RUN make \\\n && make test # all\n").append("make clean").get().text())
        .isEqualTo("RUN make \\\n && make test \\\n && make clean # all\n");
    assertThat(run("RUN <<EOF\n  make\nEOF\n").append("make clean").get().text()).isEqualTo("RUN <<EOF\n  make\n  make clean\nEOF\n");
    assertThat(run("RUN cat <<EOF > /x\nhello\nEOF\n").append("ls /x").get().text())
        .isEqualTo("RUN cat <<EOF > /x && ls /x\nhello\nEOF\n");
  }

  @Test
  void whatWouldNotRunIsNotAppended() {
    assertThat(run("RUN exec make\n").append("ls")).isEqualTo(Option.none());
    assertThat(run("RUN make &\n").append("ls")).isEqualTo(Option.none());
    assertThat(run("RUN make # all\n").append("ls").map(Run::text)).isEqualTo(Option.some("RUN make && ls # all\n"));
    assertThat(run("RUN [\"make\"]\n").append("ls")).isEqualTo(Option.none());
  }

  @Test
  void commandsArePrepended() {
    assertThat(run("RUN --network=none make && ls | cat\n").prepend("set -x").get().text())
        .isEqualTo("RUN --network=none set -x && make && ls | cat\n");
    assertThat(run("RUN <<EOF\nmake\nls\nEOF\n").prepend("set -e").get().text()).isEqualTo("RUN <<EOF\nset -e\nmake\nls\nEOF\n");
    assertThat(run("RUN make; ls\n").prepend("cd /x")).isEqualTo(Option.none());
    assertThat(run("RUN make || ls\n").prepend("cd /x")).isEqualTo(Option.none());
  }

  @Test
  void severalEditsAreMadeAtOneTime() {
    Run run = run("RUN apt-get install b a\n");
    ScriptEdit edit =
        ScriptEdit.none()
            .and(ScriptEdit.replace(word(run, "b"), "a"))
            .and(ScriptEdit.replace(word(run, "a"), "b"))
            .and(ScriptEdit.insertAfter(word(run, "install"), "-y"))
            .and(ScriptEdit.insertAfter(word(run, "install"), "-q"))
            .and(ScriptEdit.assign("A", "1", command(run, "apt-get")))
            .and(ScriptEdit.append("ls"));
    assertThat(run.edit(edit).get().text()).isEqualTo("RUN A=1 apt-get install -y -q a b && ls\n");
    assertThat(run.edit(ScriptEdit.none()).get().text()).isEqualTo(run.text());
  }

  @Test
  void twoWordsForOneAreNeither() {
    Run run = run("RUN apt-get install b a\n");
    Word b = word(run, "b");
    assertThat(run.edit(ScriptEdit.replace(b, "c").and(ScriptEdit.replace(b, "d")))).isEqualTo(Option.none());
  }

  @Test
  void aWordOfAnotherRunIsNotOfThisOne() {
    assertThat(run("RUN ls a\n").replace(word(run("RUN ls a\n"), "a"), "b")).isEqualTo(Option.none());
  }

  @Test
  void aWordOfTheScriptUnderErrexitIsOne() {
    Run run = run("RUN ls a\n");
    Word a = run.scriptUnderErrexit().get().commands().head().words().last();
    assertThat(run.replace(a, "b").get().text()).isEqualTo("RUN ls b\n");
  }

  @Test
  void whatIsNotOneWordIsRefused() {
    Word word = word(run("RUN ls a\n"), "a");
    for (String text : new String[] {"", "a b", "it's", "a;b", "#a", "a\nb", ">x", "a&"}) {
      assertThatThrownBy(() -> ScriptEdit.replace(word, text)).as(text).isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(Word.quoted("it's")).isEqualTo("'it'\\''s'");
    assertThat(Word.quoted("apt-fast")).isEqualTo("apt-fast");
    assertThat(Word.quoted("")).isEqualTo("''");
  }

  @Test
  void whatIsNoCommandIsRefused() {
    for (String text : new String[] {"", "a\nb", "if", "echo 'a"}) {
      assertThatThrownBy(() -> ScriptEdit.append(text)).as(text).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> ScriptEdit.assign("a b", "c", command(run("RUN ls\n"), "ls"))).isInstanceOf(IllegalArgumentException.class);
  }
}
