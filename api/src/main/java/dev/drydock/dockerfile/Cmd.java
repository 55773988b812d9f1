package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;

/**
 * {@code CMD}, in shell or exec form: what a container runs by default, or the arguments of its entry point.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseCmd}.
 */
public final class Cmd extends Instruction {

  Cmd(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.CMD;
  }

  /** In exec form: these words, none of which is expanded. */
  public static Cmd exec(String... words) {
    return InstructionWriter.exec(Cmd.class, "CMD", ExecWords.given(words));
  }

  /**
   * In shell form: a command for the SHELL in force.
   *
   * @throws IllegalArgumentException where it would be read as something else: empty, blanks around it, a JSON array
   */
  public static Cmd shell(String command) {
    return InstructionWriter.shell(Cmd.class, "CMD", command);
  }

  /** {@code CMD []}: the base image's command counts no more, and nothing takes its place. */
  public static Cmd off() {
    return InstructionWriter.exec(Cmd.class, "CMD", Vector.empty());
  }

  /** The command: one joined line in shell form, the words in exec form. */
  public Vector<String> command() {
    return arguments();
  }

  /** With these words in exec form in the place of the command. */
  public Cmd withExec(String... words) {
    return (Cmd) withArguments(exec(words), "words");
  }

  /** With a command in shell form in the place of the one that is there. */
  public Cmd withShell(String command) {
    return (Cmd) withArguments(shell(command), "command");
  }
}
