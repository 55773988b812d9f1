package dev.drydock.spi;

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
}
