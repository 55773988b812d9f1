package dev.drydock.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The files of {@code dockerfiles.tar.gz} in the folder that the system property {@code corpus} names. */
final class RealDockerfiles {

  private static final String ARCHIVE = "dockerfiles.tar.gz";

  private RealDockerfiles() {}

  /** Whether the property is set. */
  static boolean named() {
    return !System.getProperty("corpus", "").isBlank();
  }

  static List<byte[]> read() {
    Path archive = Path.of(System.getProperty("root", "")).resolve(System.getProperty("corpus", "")).resolve(ARCHIVE);
    List<byte[]> files = new ArrayList<>();
    try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)));
        TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile()) {
          files.add(tar.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The system property 'corpus' names a folder without a readable " + ARCHIVE + ": " + archive, e);
    }
    return files;
  }
}
