package dev.drydock.impl.caching.effect;

import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * A call of {@code ls} whose names another command may remove: {@code ls -A | xargs rm -rf}, {@code rm -rf $(ls -A)}, {@code
 * ls | while read f; do rm "$f"; done}. Names that begin with a dot are listed only with {@code -a} and its like (POSIX XCU,
 * ls).
 */
record ListedRemoval(Invocation invocation, Vector<Place> places, Surroundings surroundings) implements Removal {

  /** The call as such a removal; none where nothing that removes gets its output. */
  static Option<ListedRemoval> of(Invocation invocation, Surroundings surroundings) {
    return Removal.mayBeFedBy(invocation, surroundings)
        ? Option.some(new ListedRemoval(invocation, places(invocation), surroundings))
        : Option.none();
  }

  private static Vector<Place> places(Invocation invocation) {
    Vector<Argument> operands = Options.operands(invocation.arguments());
    return operands.isEmpty() ? Vector.of(invocation.standsIn()) : operands.map(Argument::place);
  }

  @Override
  public Option<Removed> of(String directory) {
    return places.exists(place -> mayName(place, directory))
        ? Option.some(new Removed(invocation, Vector.empty(), Vector.empty(), Vector.empty(), Outcome.UNKNOWN, false))
        : Option.none();
  }

  private boolean mayName(Place place, String directory) {
    return place.paths().exists(path -> mayName(path, directory))
        || (place.mayBeElsewhere() && surroundings.speaksOf(directory));
  }

  private boolean mayName(String path, String directory) {
    return Paths.match(path, directory) != Paths.Match.NONE && (listsHidden() || !isHiddenIn(path, directory));
  }

  private boolean listsHidden() {
    Vector<Argument> arguments = invocation.arguments();
    return Options.has(arguments, 'a', "all") || Options.has(arguments, 'A', "almost-all") || Options.has(arguments, 'f', "all");
  }

  /** Whether a directory lies in another, and what leads to it from there begins with a dot. */
  private static boolean isHiddenIn(String holder, String directory) {
    return Paths.below(directory, holder) && directory.startsWith("/.", holder.endsWith("/") ? holder.length() - 1 : holder.length());
  }
}
