package dev.drydock.spi;

import java.util.function.Consumer;

/** Hears what BuildKit would refuse, in the order of the file. */
public interface ProblemSink {

  /**
   * One problem.
   *
   * @param kind a stable id in lower case with hyphens, such as {@code unknown-instruction}
   * @param offset where in the source it lies
   * @param message what was found and what was expected, for a person
   */
  void problem(String kind, int offset, String message);

  /**
   * The next instruction of the file was read, before any problem is told. Its parts need not be read again.
   *
   * @param parts what tells them, in its own text; only good for the time of the call
   */
  default void instruction(Consumer<InstructionSink> parts) {}
}
