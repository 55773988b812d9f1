package dev.drydock.impl.caching.effect;

import io.vavr.collection.Vector;

/**
 * Where a word of a command points.
 *
 * @param paths the absolute paths, clean, that it may name; each may be a pattern of file names. Several where it is
 *     relative and the command may stand in several directories
 * @param mayBeElsewhere whether it may also name a place that is not known
 */
public record Place(Vector<String> paths, boolean mayBeElsewhere) {

  /** A place of which nothing is known. */
  public static final Place UNKNOWN = new Place(Vector.empty(), true);

  /** One known place. */
  public static Place at(String path) {
    return new Place(Vector.of(Paths.clean(path)), false);
  }

  /** Whether it may be the directory or something in it. */
  public boolean isWithin(String directory) {
    return paths.exists(
        path -> Paths.within(path, directory) || Paths.match(path, directory) == Paths.Match.BELOW);
  }

  /** Whether it may be something in the directory. */
  public boolean isBelow(String directory) {
    return paths.exists(path -> Paths.below(path, directory) || Paths.match(path, directory) == Paths.Match.BELOW);
  }

  /** Whether it may be the directory, something in it, or what holds it. */
  public boolean touches(String directory) {
    return paths.exists(path -> Paths.match(path, directory) != Paths.Match.NONE);
  }

  /** Whether it is, by its plain name, the directory or one that holds it. */
  public boolean isAtOrAbove(String directory) {
    return paths.exists(path -> Paths.holds(path, directory));
  }

  /** Whether it names the directory, something in it, or one above it that the image may not have without a mount. */
  public boolean names(String directory) {
    return paths.exists(
        path ->
            Paths.within(path, directory)
                || (Paths.holds(path, directory) && ImageDirectories.mayBeMissing(path)));
  }

  /** Whether it names the same, or may do so as a pattern of file names. */
  public boolean mayName(String directory) {
    return paths.exists(
        path ->
            Paths.within(path, directory)
                || (Paths.match(path, directory) != Paths.Match.NONE && ImageDirectories.mayBeMissing(path)));
  }

  /** Whether it is the root of the image. */
  public boolean isRoot() {
    return paths.exists(path -> path.equals("/"));
  }
}
