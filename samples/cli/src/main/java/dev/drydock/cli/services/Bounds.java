package dev.drydock.cli.services;

import dev.drydock.fleet.FleetFile;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a definition may lead to: the repository that it lies in, or outside of one its directory.
 *
 * @param top without links
 */
record Bounds(Path top) {

  /** That of a definition. */
  static Bounds of(Path definition) {
    Path beside = FleetFile.real(definition.resolveSibling(""));
    return new Bounds(FleetFile.repository(beside).getOrElse(beside));
  }

  /**
   * A file that something leads to.
   *
   * @param what what it is, to be said of it
   * @throws Unreadable where it is outside, or no file
   */
  Path file(String what, Path path) {
    if (!FleetFile.real(path).startsWith(top)) {
      throw new Unreadable("its " + what + " " + path + " is outside of " + top + "; name the file itself to refit it");
    }
    if (!Files.isRegularFile(path)) {
      throw new Unreadable(Files.exists(path) ? path + " is not a regular file" : "there is no " + what + " at " + path);
    }
    return path;
  }
}
