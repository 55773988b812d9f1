package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;

/**
 * {@code SHELL ["executable", "argument"…]}: what runs shell forms from here on.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseShell}.
 */
public final class Shell extends Instruction {

  Shell(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.SHELL;
  }

  /** {@code SHELL ["executable", "argument"…]}. */
  public static Shell of(String... words) {
    return InstructionWriter.exec(Shell.class, "SHELL", ExecWords.given(words));
  }

  /** The words of the shell. */
  public Vector<String> words() {
    return arguments();
  }

  /** With these words in the place of all: the shell and its options. */
  public Shell withWords(String... words) {
    return (Shell) withArguments(of(words), "words");
  }
}
