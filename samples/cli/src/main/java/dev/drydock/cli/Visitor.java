package dev.drydock.cli;

import dev.drydock.dockerfile.Dockerfile;
import java.io.UncheckedIOException;
import java.util.List;

/** What a command does with each Dockerfile. */
interface Visitor {

  /** Does its work on one of them. */
  void dockerfile(Subject subject, Dockerfile dockerfile);

  /** Is told of one that could not be read or worked on; the person has been told already. */
  default void failed(Subject subject, String reason) {}

  /** Whether the rest of the files need not be looked at. */
  default boolean finished() {
    return false;
  }

  /** Visits each Dockerfile that the paths name; what goes wrong with one of them does not keep the others. */
  static void visit(List<String> paths, Console console, Visitor visitor) {
    new DockerfileSearch(console, subject -> visitOne(subject, console, visitor), visitor::finished)
        .search(paths);
  }

  private static void visitOne(Subject subject, Console console, Visitor visitor) {
    String reason;
    try {
      visitor.dockerfile(subject, subject.read(console));
      return;
    } catch (UncheckedIOException e) {
      reason = String.valueOf(e.getMessage());
    } catch (OutOfMemoryError e) {
      reason = "cannot work on " + subject.name() + ": it is too large for the memory that Java was given";
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      reason = "cannot work on " + subject.name() + ", which is a defect of Drydock: " + e;
    }
    console.fail(reason);
    visitor.failed(subject, reason);
  }
}
