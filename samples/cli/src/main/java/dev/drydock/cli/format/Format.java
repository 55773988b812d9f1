package dev.drydock.cli.format;

import dev.drydock.cli.services.Service;
import dev.drydock.fleet.FleetVisitor;
import dev.drydock.fleet.Place;

/** Writes what was found in a fleet for another program to read: it is told of each file, and then that there are no more. */
public interface Format extends FleetVisitor {

  /** A warning about several files together, at a place in one of them. */
  default void shared(Place place, String rule, String reason) {}

  /** A service of a compose file or a bake file, whose Dockerfile was visited. */
  default void service(Service service) {}

  /** All files were visited. */
  default void end() {}
}
