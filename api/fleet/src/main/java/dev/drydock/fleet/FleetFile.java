package dev.drydock.fleet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A Dockerfile of a fleet.
 *
 * @param path where it is
 * @param root the path of the fleet below which it was found; the file itself where it was named
 */
public record FleetFile(Path path, Path root) {

  /** The parts, none of which is null. */
  public FleetFile {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(root, "root");
  }

  /** What it is called in all that is said of it: its path, without characters that end a line or command a terminal. */
  public String name() {
    return printable(path.toString());
  }

  /**
   * The two lines that name the file at the head of its diff: with its path from the top of the repository, or outside
   * of one from the working directory, quoted as git does it.
   */
  public String diffHead() {
    return DiffHead.of(this);
  }

  /** The file that is read and written: that at the end of all links. */
  Path real() {
    return real(path);
  }

  static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  /** This text without characters that end a line or command a terminal; each of them is a question mark. */
  public static String printable(String text) {
    StringBuilder printable = new StringBuilder(text.length());
    text.chars().forEach(c -> printable.append(Character.isISOControl(c) ? '?' : (char) c));
    return printable.toString();
  }
}
