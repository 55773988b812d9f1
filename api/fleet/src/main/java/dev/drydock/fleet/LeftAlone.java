package dev.drydock.fleet;

import io.vavr.collection.Seq;
import java.util.Objects;

/**
 * What was left alone for one reason.
 *
 * @param remedy what is the case, and what would settle it
 * @param count how many instructions
 * @param files in how many files
 * @param places the first of them
 */
public record LeftAlone(Remedy remedy, int count, int files, Seq<Place> places) {

  /** The parts, none of which is null. */
  public LeftAlone {
    Objects.requireNonNull(remedy, "remedy");
    Objects.requireNonNull(places, "places");
  }

  /** {@code 3 left alone: fact; action [rule], first at services/api/Dockerfile:7}. */
  @Override
  public String toString() {
    return count + " left alone: " + remedy + places.headOption().map(first -> ", first at " + first).getOrElse("");
  }
}
