package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.dockerfile.Add;
import dev.drydock.dockerfile.Cmd;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Entrypoint;
import dev.drydock.dockerfile.Expose;
import dev.drydock.dockerfile.HealthCheck;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Maintainer;
import dev.drydock.dockerfile.Shell;
import dev.drydock.dockerfile.StopSignal;
import dev.drydock.dockerfile.User;
import dev.drydock.dockerfile.Volume;
import dev.drydock.dockerfile.Workdir;
import java.util.function.Function;
import io.vavr.collection.Vector;
import org.junit.jupiter.api.Test;

/** Each part of an instruction is replaced by its own characters; the others stay, in any layout. */
class InstructionChangesTest {

  private static <I extends Instruction> void assertChanges(
      Class<I> kind, String before, Function<I, Instruction> change, String after) {
    for (String lineEnd : new String[] {"\n", "\r\n"}) {
      Dockerfile file = Dockerfile.parse(("FROM a\n" + before).replace("\n", lineEnd));
      I instruction = kind.cast(file.instructions().last());
      Instruction changed = change.apply(instruction);
      assertThat(changed.text()).isEqualTo(after.replace("\n", lineEnd));
      assertThat(file.replace(instruction, changed).instructions().last()).isEqualTo(changed);
    }
  }

  private static <I extends Instruction> void assertRefuses(Class<I> kind, String text, Function<I, Instruction> change) {
    I instruction = kind.cast(Dockerfile.parse("FROM a\n" + text).instructions().last());
    assertThatThrownBy(() -> change.apply(instruction)).as(text).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aUserAndAGroup() {
    assertChanges(User.class, "user  \\\n  app:staff\n", user -> user.withUser("1000"), "user  \\\n  1000:staff\n");
    assertChanges(User.class, "USER app\n", user -> user.withGroup("staff"), "USER app:staff\n");
    assertRefuses(User.class, "USER app\n", user -> user.withUser("a:b"));
    assertRefuses(User.class, "USER app\n", user -> user.withGroup("a b"));
  }

  @Test
  void thePathOfAWorkdir() {
    assertChanges(Workdir.class, "  WORKDIR \t/a b\n", workdir -> workdir.withPath("/c"), "  WORKDIR \t/c\n");
    assertRefuses(Workdir.class, "WORKDIR /a\n", workdir -> workdir.withPath("/a\nRUN b"));
  }

  @Test
  void aSignalAndAName() {
    assertChanges(StopSignal.class, "STOPSIGNAL 9\n", signal -> signal.withSignal("SIGINT"), "STOPSIGNAL SIGINT\n");
    assertChanges(Maintainer.class, "MAINTAINER  a\n", maintainer -> maintainer.withName("b c"), "MAINTAINER  b c\n");
  }

  @Test
  void portsPathsAndWords() {
    assertChanges(Expose.class, "EXPOSE  80 \\\n 81\n", expose -> expose.withPorts("90", "91"), "EXPOSE  90 91\n");
    assertChanges(Volume.class, "VOLUME  /a\n", volume -> volume.withPaths("/b c"), "VOLUME  [\"/b c\"]\n");
    assertChanges(Shell.class, "SHELL [\"a\"]\n", shell -> shell.withWords("bash", "-ec"), "SHELL [\"bash\", \"-ec\"]\n");
  }

  @Test
  void aCommand() {
    assertChanges(Cmd.class, "CMD  a \\\n b\n", cmd -> cmd.withExec("c", "d"), "CMD  [\"c\", \"d\"]\n");
    assertChanges(Cmd.class, "CMD [\"a\"]\n", cmd -> cmd.withShell("b c"), "CMD b c\n");
    assertChanges(Entrypoint.class, "ENTRYPOINT a\n", entry -> entry.withExec("b"), "ENTRYPOINT [\"b\"]\n");
    assertChanges(Entrypoint.class, "ENTRYPOINT a\n", entry -> entry.withShell("b"), "ENTRYPOINT b\n");
    assertChanges(
        HealthCheck.class, "HEALTHCHECK --retries=3 \\\n  CMD a b\n", check -> check.withExec("c"),
        "HEALTHCHECK --retries=3 \\\n  CMD [\"c\"]\n");
    assertChanges(HealthCheck.class, "HEALTHCHECK CMD a\n", check -> check.withCmd("b c"), "HEALTHCHECK CMD b c\n");
    assertRefuses(Cmd.class, "CMD a\n", cmd -> cmd.withShell("[\"a\"]"));
  }

  @Test
  void aSourceAndADestination() {
    assertChanges(
        Copy.class, "COPY --link  a \\\n  # c\n  b  /d\n", copy -> copy.withSource(1, "e"), "COPY --link  a \\\n  # c\n  e  /d\n");
    assertChanges(Add.class, "ADD [\"a\", \"/b\"]\n", add -> add.withDestination("/c d"), "ADD [\"a\", \"/c d\"]\n");
    assertRefuses(Copy.class, "COPY a /b\n", copy -> copy.withDestination("/c d"));
    assertRefuses(Copy.class, "COPY a /b\n", copy -> copy.withSource(1, "c"));
    assertRefuses(Copy.class, "COPY <<A /d/\na\nA\n", copy -> copy.withSource(0, "c"));
    assertRefuses(Copy.class, "COPY <<A <<B /d/\na\nA\nb\nB\n", copy -> copy.withSource(0, "c"));
    assertChanges(Copy.class, "COPY <<A b /d/\na\nA\n", copy -> copy.withSource(1, "c"), "COPY <<A c /d/\na\nA\n");
  }

  @Test
  void aFlagGoes() {
    assertChanges(Copy.class, "COPY --from=x --link a /b\n", copy -> copy.withoutFlag("from"), "COPY --link a /b\n");
    assertChanges(Copy.class, "COPY --link a /b\n", copy -> copy.withoutFlag("from"), "COPY --link a /b\n");
  }

  @Test
  void theContentOfAHeredoc() {
    Dockerfile file = Dockerfile.parse("FROM a\nCOPY <<A <<B /d/\na\nA\nb\nB\n");
    Instruction copy = file.instructions().last();
    assertThat(copy.withContent(copy.heredocs().get(1), "c\nd").text()).isEqualTo("COPY <<A <<B /d/\na\nA\nc\nd\nB\n");
    assertThatThrownBy(() -> copy.withContent(copy.heredocs().head(), "x\nA\n")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anotherTextMayBeOfAnotherKind() {
    assertChanges(
        Add.class, "ADD --chown=1 \\\n  a /b\n", add -> add.withText(add.text().replaceFirst("ADD", "COPY")),
        "COPY --chown=1 \\\n  a /b\n");
    assertChanges(Add.class, "ADD a /b\n", add -> add.withText("COPY a \\\n  /b"), "COPY a \\\n  /b\n");
    assertRefuses(Add.class, "ADD a /b\n", add -> add.withText("COPY a /b\nRUN c\n"));
    assertRefuses(Add.class, "ADD a /b\n", add -> add.withText("# a"));
  }

  @Test
  void anotherTextHasTheEscapeCharacterOfTheFile() {
    Dockerfile file = Dockerfile.parse("# escape=`\r\nFROM a\r\nRUN b `\r\n  c");
    Instruction changed = file.instructions().last().withText("RUN d `\n  e \\");
    assertThat(file.replace(file.instructions().last(), changed).text()).endsWith("FROM a\r\nRUN d `\r\n  e \\");
  }

  @Test
  void linesOfAnotherTextEndAsThoseOfTheFile() {
    Dockerfile file = Dockerfile.parse("FROM a\r\nRUN b \\\r\n  c\r\nRUN d \\\n  e\r\n");
    Vector<Instruction> runs = file.instructions().tail();
    assertThat(runs.head().withText("RUN b \\\r\n  c \\\n && d\n").text()).isEqualTo("RUN b \\\r\n  c \\\r\n && d\r\n");
    assertThat(runs.last().withText(runs.last().text())).isEqualTo(runs.last());
  }
}
