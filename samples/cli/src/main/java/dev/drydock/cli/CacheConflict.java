package dev.drydock.cli;

/**
 * A cache that RUNs on different distributions share, so that each finds the other's packages and lists in it.
 *
 * @param at the RUN that is the first to be built on another distribution
 * @param reason which cache, which other RUN, and what can be done
 */
record CacheConflict(Place at, String reason) {

  /** The rule id of its warning. */
  static final String RULE = "cache-id/mixed-distributions";

  /** A RUN: the name of its file, and its line in the file as it was. */
  record Place(String name, int line) {

    @Override
    public String toString() {
      return name + ":" + line;
    }
  }
}
