package dev.drydock.impl.caching.effect;

import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * A path that begins in a directory that nobody knows: {@code .cache} may be {@code /root/.cache}. One whose first name is
 * a pattern may be anything, and is taken for nothing in particular.
 *
 * @param path with a slash before it, clean
 */
record RelativePath(String path) {

  static RelativePath of(String text) {
    return new RelativePath(Paths.clean("/" + text));
  }

  /** The directory itself and those that hold it, as far as this may be one of them. */
  Vector<String> namedIn(String directory) {
    List<String> named = new ArrayList<>();
    for (int from = first(); from >= 0; from = directory.indexOf('/', from + 1)) {
      if (Paths.match(path, directory.substring(from)) == Paths.Match.HOLDS) {
        named.add(directory.substring(0, end(directory, from)));
      }
    }
    return Vector.ofAll(named);
  }

  /** Whether this may be something in the directory. */
  boolean leadsInto(String directory) {
    for (int from = first(); from >= 0; from = directory.indexOf('/', from + 1)) {
      if (Paths.match(path, directory.substring(from)) == Paths.Match.BELOW) {
        return true;
      }
    }
    return false;
  }

  /** Where to begin: nowhere, if nothing is named. */
  private int first() {
    int second = path.indexOf('/', 1);
    String name = second < 0 ? path : path.substring(0, second);
    return name.length() == 1 || Paths.isPattern(name) ? -1 : 0;
  }

  /** Where as many names of a directory end as this has, which begin at a slash. */
  private int end(String directory, int from) {
    int end = from;
    for (int at = 0; at >= 0; at = path.indexOf('/', at + 1)) {
      end = directory.indexOf('/', end + 1);
    }
    return end < 0 ? directory.length() : end;
  }
}
