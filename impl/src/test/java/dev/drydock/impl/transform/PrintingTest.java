package dev.drydock.impl.transform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.shell.ScriptEdit;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.Word;
import dev.drydock.text.TextEdit;
import dev.drydock.transform.Edit;
import org.junit.jupiter.api.Test;

/** Values print as what they say. */
class PrintingTest {

  @Test
  void aScopePrintsWhatIsSet() {
    Dockerfile file =
        Dockerfile.parse("ARG V=1\nFROM a\nARG TOKEN\nENV B=2 A=\"1 2\"\nUSER app:app\nWORKDIR /src\nSHELL [\"bash\", \"-c\"]\nFROM b\n");
    assertThat(file.stages().head().scope())
        .hasToString("stage 0: USER app, WORKDIR /src, SHELL bash -c, A=1 2, B=2, TOKEN");
    assertThat(file.stages().last().scope()).hasToString("stage 1");
    assertThat(file.scope(file.constructs().head())).hasToString("before the first FROM");
  }

  @Test
  void aTextEditPrintsOnOneLine() {
    assertThat(new TextEdit(3, 7, "a \"b\"\\\r\nc")).hasToString("3..7 \"a \\\"b\\\"\\\\\\r\\nc\"");
  }

  @Test
  void aScriptEditPrintsItsParts() {
    SimpleCommand command = ShellScript.parse("apt-get install curl").commands().head();
    Word first = command.words().head();
    ScriptEdit edit =
        ScriptEdit.replace(first, "apt-fast")
            .and(ScriptEdit.insertAfter(command.words().get(1), "-y", "-q"))
            .and(ScriptEdit.insertBefore(first, "nice"))
            .and(ScriptEdit.assign("A", "b c", command))
            .and(ScriptEdit.append("make"))
            .and(ScriptEdit.prepend("date"));
    assertThat(edit)
        .hasToString(
            "replace apt-get by apt-fast, insert -y -q after install, insert nice before apt-get, "
                + "assign A='b c' to apt-get install curl, append make, prepend date");
    assertThat(ScriptEdit.none()).hasToString("nothing");
  }

  @Test
  void anEditPrintsWhatItDoes() {
    Edit edit = Edit.remove().and(Edit.before(Comment.of("gone"))).because("acme/gone", "RUN", "nobody needs it");
    assertThat(edit).hasToString("remove, add # gone before ([acme/gone] RUN: nobody needs it)");
  }
}
