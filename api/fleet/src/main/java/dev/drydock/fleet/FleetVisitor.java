package dev.drydock.fleet;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;

/**
 * What is done with each file of a fleet. One method is called at a time, on the thread that asked, in the order in
 * which the files are found.
 */
public interface FleetVisitor {

  /** A Dockerfile, and what the transform makes of it. */
  void rewrite(FleetFile file, Rewrite rewrite);

  /** A file that BuildKit would refuse as a Dockerfile: it is left alone, and the reason says what it looks like. */
  default void refused(FleetFile file, Dockerfile dockerfile, String reason) {}

  /** A file or a link that was found and is not looked at, and why. */
  default void skipped(FleetFile file, String reason) {}

  /** Something that could not be done, in words for a person; the other files still come. */
  default void failed(FleetFile file, String reason) {}

  /** Whether the rest of the files need not be looked at. */
  default boolean finished() {
    return false;
  }
}
