package dev.drydock.cli;

import dev.drydock.dockerfile.Dockerfile;
import io.vavr.control.Option;
import java.nio.file.Path;

/**
 * A Dockerfile to work on.
 *
 * @param name what it is called in all that is said of it; {@code -} for standard input
 * @param path the file; none for standard input
 */
record Subject(String name, Option<Path> path) {

  /** What stands for standard input on the command line. */
  static final String STANDARD_INPUT = "-";

  static Subject of(Path path) {
    return new Subject(printable(path.toString()), Option.some(path));
  }

  static Subject standardInput() {
    return new Subject(STANDARD_INPUT, Option.none());
  }

  /** What is in it. */
  Dockerfile read(Console console) {
    return path.isDefined() ? Dockerfile.read(path.get()) : Dockerfile.decode(console.input());
  }

  /**
   * Its name in the head of a diff, such that {@code patch -p1} finds it: relative to the working directory where it
   * lies below it, else to the root.
   */
  String diffName() {
    if (path.isEmpty()) {
      return "Dockerfile";
    }
    Path here = Path.of("").toAbsolutePath();
    Path there = path.get().toAbsolutePath().normalize();
    Path relative = there.startsWith(here) ? here.relativize(there) : there.getRoot().relativize(there);
    return printable(relative.toString());
  }

  /** Without what would end a line or command a terminal. */
  static String printable(String name) {
    StringBuilder text = new StringBuilder(name.length());
    name.chars().forEach(c -> text.append(Character.isISOControl(c) ? '?' : (char) c));
    return text.toString();
  }
}
