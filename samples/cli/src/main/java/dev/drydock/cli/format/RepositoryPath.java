package dev.drydock.cli.format;

import dev.drydock.fleet.FleetFile;
import java.io.File;

/**
 * Where a file is in its repository, found once for all that is said of the file: it takes looks at the disk.
 *
 * @param text as other tools write a path
 * @param uri as a relative URI
 */
record RepositoryPath(String text, String uri) {

  static RepositoryPath of(FleetFile file) {
    return new RepositoryPath(file.inRepository().toString().replace(File.separatorChar, '/'), file.uri());
  }
}
