package dev.drydock.impl.caching.fact;

import dev.drydock.impl.caching.effect.Paths;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;

/**
 * The absolute paths that instructions have written to so far, found by the directories that hold them.
 *
 * @param within for each directory what was written to it or below it, in order
 * @param programs the names of the file's own programs: what it put into a directory called {@code bin}
 */
public record WrittenPaths(Map<String, Vector<String>> within, Set<String> programs) {

  static final WrittenPaths NONE = new WrittenPaths(HashMap.empty(), HashSet.empty());

  WrittenPaths and(String path) {
    String clean = Paths.clean(path);
    Map<String, Vector<String>> all = within;
    for (String at = clean; ; at = Paths.parent(at)) {
      all = all.put(at, all.getOrElse(at, Vector.empty()).append(clean));
      if (at.equals("/") || !at.startsWith("/")) {
        break;
      }
    }
    return new WrittenPaths(all, programs);
  }

  /** The same with a program of the file's own. */
  WrittenPaths withProgram(String name) {
    return new WrittenPaths(within, programs.add(name));
  }

  /** What was written to the directory or below it. */
  public Vector<String> within(String directory) {
    return within.getOrElse(directory, Vector.empty());
  }

  /** Whether something was written to this very path. */
  public boolean has(String path) {
    return within(path).contains(path);
  }

  /** Whether the file put a program of its own into some directory of programs under this name. */
  public boolean bringsProgram(String name) {
    return programs.contains(name);
  }
}
