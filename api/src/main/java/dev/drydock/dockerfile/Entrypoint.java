package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;

/**
 * {@code ENTRYPOINT}, in shell or exec form: what a container of the image runs.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseEntrypoint}.
 */
public final class Entrypoint extends Instruction {

  Entrypoint(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.ENTRYPOINT;
  }

  /** In exec form: these words, none of which is expanded. */
  public static Entrypoint exec(String... words) {
    return InstructionWriter.exec(Entrypoint.class, "ENTRYPOINT", ExecWords.given(words));
  }

  /**
   * In shell form: a command for the SHELL in force.
   *
   * @throws IllegalArgumentException where it would be read as something else: empty, blanks around it, a JSON array
   */
  public static Entrypoint shell(String command) {
    return InstructionWriter.shell(Entrypoint.class, "ENTRYPOINT", command);
  }

  /** {@code ENTRYPOINT []}: the base image's entry point counts no more, and nothing takes its place. */
  public static Entrypoint off() {
    return InstructionWriter.exec(Entrypoint.class, "ENTRYPOINT", Vector.empty());
  }

  /** The command: one joined line in shell form, the words in exec form. */
  public Vector<String> command() {
    return arguments();
  }

  /** With these words in exec form in the place of the command. */
  public Entrypoint withExec(String... words) {
    return (Entrypoint) withArguments(exec(words), "words");
  }

  /** With a command in shell form in the place of the one that is there. */
  public Entrypoint withShell(String command) {
    return (Entrypoint) withArguments(shell(command), "command");
  }
}
