package dev.drydock.fleet;

import java.util.Objects;

/**
 * A line of a file.
 *
 * @param file the file
 * @param line the physical line, counted from 1
 */
public record Place(FleetFile file, int line) {

  /** The parts, none of which is null. */
  public Place {
    Objects.requireNonNull(file, "file");
  }

  /** {@code services/api/Dockerfile:7}. */
  @Override
  public String toString() {
    return file.name() + ":" + line;
  }
}
