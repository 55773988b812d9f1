package dev.drydock.dockerfile;

import io.vavr.collection.Vector;

/** A Dockerfile has problems; the message shows each with its line, a caret under the column, and the reason. */
public final class InvalidDockerfileException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial")
  private final Vector<Problem> problems;

  InvalidDockerfileException(String text, Vector<Problem> problems) {
    super(message(text, problems));
    this.problems = problems;
  }

  /** What is wrong, in the order of the file; never empty. */
  public Vector<Problem> problems() {
    return problems;
  }

  private static String message(String text, Vector<Problem> problems) {
    String[] lines = text.split("\n", -1);
    StringBuilder message = new StringBuilder("not a valid Dockerfile:");
    for (Problem problem : problems) {
      message.append('\n').append(problem);
      String line = problem.line() <= lines.length ? lines[problem.line() - 1] : "";
      if (!line.isBlank() && line.length() <= 200) {
        message
            .append("\n    ")
            .append(line.stripTrailing().replace('\t', ' '))
            .append("\n    ")
            .append(" ".repeat(Math.max(0, problem.column() - 1)))
            .append('^');
      }
    }
    return message.toString();
  }
}
