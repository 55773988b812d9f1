package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.Cmd;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Entrypoint;
import dev.drydock.dockerfile.HealthCheck;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Stage;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a container executes when it runs.
 *
 * @param by the instruction that says it, or the later of the two that say it together
 * @param words its words; of an ENTRYPOINT also those of the CMD that follow it. In the place of a file that the Dockerfile
 *     writes stands what it has written
 */
record ContainerCommand(Instruction by, String words) {

  /** The last ENTRYPOINT and the last CMD of a stage, its parent's where it has none. */
  private record Last(Option<Instruction> entrypoint, Option<Instruction> command) {}

  /** A word that is the path of a file. */
  private static final Pattern FILE = Pattern.compile("[\\w~-]*[./][\\w./-]*");

  static Vector<ContainerCommand> of(Dockerfile dockerfile, WrittenTexts texts) {
    List<ContainerCommand> found = new ArrayList<>();
    List<Last> ends = new ArrayList<>();
    for (Stage stage : dockerfile.stages()) {
      Last last = stage.parent().map(parent -> ends.get(parent.number())).getOrElse(new Last(Option.none(), Option.none()));
      Option<Instruction> own = Option.none();
      for (Instruction instruction : stage.instructions()) {
        if (instruction instanceof HealthCheck) {
          found.add(new ContainerCommand(instruction, wordsOf(instruction, texts)));
        } else if (instruction instanceof Entrypoint) {
          last = new Last(Option.some(instruction), last.command);
          own = Option.some(instruction);
        } else if (instruction instanceof Cmd) {
          last = new Last(last.entrypoint, Option.some(instruction));
          own = Option.some(instruction);
        }
        if (instruction instanceof Entrypoint || instruction instanceof Cmd) {
          found.add(new ContainerCommand(instruction, wordsOf(instruction, texts)));
        }
      }
      for (Instruction by : own) {
        String together = Vector.of(last.entrypoint, last.command).flatMap(each -> each).map(each -> wordsOf(each, texts)).mkString(" ");
        found.add(new ContainerCommand(by, together));
      }
      ends.add(last);
    }
    return Vector.ofAll(found);
  }

  /** The lines of a text that a {@code printf} may have written. */
  private static String lines(String text) {
    return text.replace("\\n", "\n");
  }

  private static String wordsOf(Instruction instruction, WrittenTexts texts) {
    String words = instruction.arguments().mkString(" ");
    return texts.isEmpty()
        ? words
        : FILE.matcher(words)
            .replaceAll(
                file -> {
                  Vector<String> written = texts.into(file.group());
                  return Matcher.quoteReplacement(written.isEmpty() ? file.group() : written.map(ContainerCommand::lines).mkString("\n", "\n", "\n"));
                });
  }
}
