package dev.drydock.fleet;

import dev.drydock.transform.Rewrite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What could not be done with some files of a fleet: it is thrown when all others are done. */
final class Failures {

  private final List<String> reasons = new ArrayList<>();

  void add(String reason) {
    reasons.add(reason);
  }

  /**
   * Goes on where all was done.
   *
   * @throws UncheckedIOException where something was not: the message has the first reason, the others are suppressed
   */
  void throwIfAny() {
    if (!reasons.isEmpty()) {
      String first = reasons.get(0) + (reasons.size() == 1 ? "" : "; and " + (reasons.size() - 1) + " more");
      UncheckedIOException failure = new UncheckedIOException(first, new IOException(first));
      reasons.subList(1, reasons.size()).forEach(reason -> failure.addSuppressed(new IOException(reason)));
      throw failure;
    }
  }

  /** This visitor, whose failures are kept here: files that cannot be read, and those that it cannot write. */
  FleetVisitor keptFor(FleetVisitor visitor) {
    return new FleetVisitor() {
      @Override
      public void prepare(FleetFile file, Rewrite rewrite) {
        visitor.prepare(file, rewrite);
      }

      @Override
      public void rewrite(FleetFile file, Rewrite rewrite) {
        try {
          visitor.rewrite(file, rewrite);
        } catch (UncheckedIOException e) {
          add(String.valueOf(e.getMessage()));
        }
      }

      @Override
      public void failed(FleetFile file, String reason) {
        add(reason);
      }
    };
  }
}
