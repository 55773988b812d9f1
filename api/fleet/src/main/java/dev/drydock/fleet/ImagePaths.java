package dev.drydock.fleet;

import java.util.ArrayDeque;
import java.util.Deque;

/** Paths in an image. They are text: the system that Drydock runs on may not know such a path. */
final class ImagePaths {

  private ImagePaths() {}

  /** The shortest path for the same file, as Go's {@code path.Clean} gives it to BuildKit. */
  static String clean(String path) {
    boolean absolute = path.startsWith("/");
    Deque<String> names = new ArrayDeque<>();
    for (String name : path.split("/", -1)) {
      if (name.equals("..") && !names.isEmpty() && !names.getLast().equals("..")) {
        names.removeLast();
      } else if (!name.isEmpty() && !name.equals(".") && !(absolute && name.equals(".."))) {
        names.addLast(name);
      }
    }
    String clean = (absolute ? "/" : "") + String.join("/", names);
    return clean.isEmpty() ? "." : clean;
  }
}
