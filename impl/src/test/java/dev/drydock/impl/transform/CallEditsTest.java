package dev.drydock.impl.transform;

import static dev.drydock.impl.caching.TransformAssertions.assertRewrites;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.shell.ScriptEdit;
import dev.drydock.transform.CommandCall;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Transform;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** A call of a command is changed in one word; what cannot be written is noted. */
class CallEditsTest {

  private static Transform of(String program, Function<CommandCall, Edit> edit) {
    return Transform.eachCommand(program, call -> edit.apply(call).because("acme/own", call, "so it shall be"));
  }

  private static String said(String instruction, Transform transform) {
    return transform.apply(Dockerfile.parse("FROM a\n" + instruction + "\n")).explain();
  }

  @Test
  void wordsAreReplacedAndInserted() {
    assertRewrites(
        of("make", call -> call.has("-j") ? Edit.keep() : call.insertAfter("make", "-j", "4")),
        "FROM a\nRUN cd /src && \\\n    # Builds it.\n    sudo make all\n",
        "FROM a\nRUN cd /src && \\\n    # Builds it.\n    sudo make -j 4 all\n");
    assertRewrites(
        of("apt-get", call -> call.replace("apt-get", "apt-fast")),
        "FROM a\nRUN apt-get update && apt-get install -y curl\n",
        "FROM a\nRUN apt-fast update && apt-fast install -y curl\n");
  }

  @Test
  void twoCallsOfOneRunKeepTheLineEndingOfTheRun() {
    assertRewrites(
        of("apt-get", call -> call.replace("apt-get", "apt-fast")),
        "FROM a\nRUN apt-get update && \\\r\n  apt-get install -y curl\r\nUSER b\n",
        "FROM a\nRUN apt-fast update && \\\r\n  apt-fast install -y curl\r\nUSER b\n");
  }

  @Test
  void aVariableIsSetForTheCallAlone() {
    assertRewrites(
        of("uv", call -> call.assign("UV_LINK_MODE", "copy")),
        "FROM a\nRUN uv venv && uv sync\n",
        "FROM a\nRUN UV_LINK_MODE=copy uv venv && UV_LINK_MODE=copy uv sync\n");
  }

  @Test
  void severalWordsAreChangedAtOneTime() {
    assertRewrites(
        of("pip", call -> call.edit(
            ScriptEdit.replace(call.command().words().head(), "uv").and(ScriptEdit.insertAfter(call.command().words().head(), "pip")))),
        "FROM a\nRUN pip install flask\n",
        "FROM a\nRUN uv pip install flask\n");
  }

  @Test
  void whatCannotBeWrittenIsNotedWithItsReason() {
    assertThat(said("RUN [\"uv\", \"sync\"]", of("uv", call -> call.assign("A", "b"))))
        .isEqualTo("line 2: kept [acme/own] \"uv\", \"sync\": so it shall be, but it cannot be written in this RUN\n");
    assertThat(said("RUN uv sync", of("uv", call -> call.replace("lock", "sync"))))
        .isEqualTo("line 2: kept [acme/own] uv sync: so it shall be, but there is no word lock in the command\n");
  }

  @Test
  void whatCannotBeWrittenIsNotedWithoutAReasonToo() {
    Transform unexplained = Transform.eachCommand("uv", call -> call.insertAfter("lock", "--frozen"));
    assertThat(said("RUN uv sync", unexplained)).isEqualTo("line 2: kept [transform] there is no word lock in the command\n");
  }
}
