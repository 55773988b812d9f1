package dev.drydock.fleet;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Rewrite;

/**
 * What is done with each file of a fleet. One method is called at a time, on the thread that asked, in the order in
 * which the files are found; {@link #prepare} alone is called on all cores at once.
 */
public interface FleetVisitor {

  /**
   * What takes time for a rewrite and needs no order, before {@link #rewrite} is told of it: called on the thread that made
   * the rewrite, while other threads call it for other files. Where it throws, {@link #failed} is told of the file and
   * {@link #rewrite} is not.
   */
  default void prepare(FleetFile file, Rewrite rewrite) {}

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
