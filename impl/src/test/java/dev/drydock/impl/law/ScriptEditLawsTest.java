package dev.drydock.impl.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Run;
import dev.drydock.impl.read.Corpus;
import dev.drydock.laws.generator.DockerfileArbitraries;
import dev.drydock.shell.ScriptEdit;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import dev.drydock.text.Span;
import io.vavr.collection.Vector;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Each edit of a script changes its own characters alone, and is read back as what was asked, in any file. */
class ScriptEditLawsTest {

  private static final int COMMANDS_OF_A_RUN = 4;

  /** Values with what shells and JSON quote. */
  private static final Vector<String> VALUES = Vector.of("apt-fast", "it's", "a b", "$HOME/x", "say \"hi\"", "\\n");

  @Provide
  Arbitrary<Dockerfile> dockerfiles() {
    return DockerfileArbitraries.dockerfiles();
  }

  @Property
  void editsOfGeneratedFiles(@ForAll("dockerfiles") Dockerfile file) {
    edits(file);
  }

  @Test
  void editsOfRealFiles() throws IOException {
    AtomicInteger made = new AtomicInteger();
    CorpusLawsTest.onEveryFile(Corpus.files(), bytes -> made.addAndGet(edits(Dockerfile.decode(bytes))));
    assertThat(made).hasValueGreaterThan(20_000);
  }

  private static int edits(Dockerfile file) {
    int made = 0;
    for (Run run : file.instructions().filter(Run.class::isInstance).map(Run.class::cast)) {
      for (ShellScript script : run.script()) {
        for (SimpleCommand command : script.commands().take(COMMANDS_OF_A_RUN)) {
          String value = VALUES.get((file.line(run) + command.span().start()) % VALUES.size());
          made += edits(file, run, command, value);
        }
        made += added(file, run, ScriptEdit.append("echo 'the end'"), false);
        made += added(file, run, ScriptEdit.prepend("echo 'the beginning'"), true);
      }
    }
    return made;
  }

  private static int edits(Dockerfile file, Run run, SimpleCommand command, String value) {
    if (command.words().isEmpty()) {
      return 0;
    }
    Word last = command.words().last();
    String text = Word.quoted(value);
    int made = 0;
    for (Run replaced : run.replace(last, text)) {
      Span span = last.span();
      assertThat(replaced.text())
          .startsWith(run.text().substring(0, span.start()))
          .endsWith(run.text().substring(span.end()));
      assertThat(sameCommand(replaced, run, command).words().last().value()).contains(value);
      assertStands(file, run, replaced);
      made++;
    }
    for (Run inserted : run.insertAfter(last, text)) {
      assertThat(sameCommand(inserted, run, command).words().last().value()).contains(value);
      assertInserted(file, run, inserted, last.span().end());
      made++;
    }
    for (Run assigned : run.assigning("A_NEW_ONE", value, command)) {
      SimpleCommand read = sameCommand(assigned, run, command);
      assertThat(read.environment("A_NEW_ONE").flatMap(one -> one.value().value())).contains(value);
      assertInserted(file, run, assigned, command.words().head().span().start());
      made++;
    }
    return made;
  }

  private static int added(Dockerfile file, Run run, ScriptEdit edit, boolean first) {
    for (Run made : run.edit(edit)) {
      Vector<SimpleCommand> commands = commands(made);
      assertThat(commands).hasSize(commands(run).size() + 1);
      assertThat((first ? commands.head() : commands.last()).name()).contains("echo");
      assertStands(file, run, made);
      return 1;
    }
    return 0;
  }

  private static SimpleCommand sameCommand(Run made, Run run, SimpleCommand command) {
    return commands(made).get(commands(run).indexOf(command));
  }

  private static Vector<SimpleCommand> commands(Run run) {
    return run.script().get().commands();
  }

  private static void assertInserted(Dockerfile file, Run run, Run made, int place) {
    assertThat(made.text())
        .startsWith(run.text().substring(0, place))
        .endsWith(run.text().substring(place));
    assertStands(file, run, made);
  }

  /** The rest of the file keeps its text, and the whole is read again as it is. */
  private static void assertStands(Dockerfile file, Run run, Run made) {
    Dockerfile after = file.replace(run, made);
    int at = file.index(run);
    assertThat(after.constructs().get(at)).isEqualTo(made);
    assertThat(after.constructs().size()).isEqualTo(file.constructs().size());
    assertThat(made.flags()).isEqualTo(run.flags());
  }
}
