package dev.drydock.benchmarks;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The files of {@code dockerfiles.tar.gz} in the folder that the system property {@code corpus} names. */
public final class RealDockerfiles {

  private static final String ARCHIVE = "dockerfiles.tar.gz";

  private RealDockerfiles() {}

  /** Whether the property is set. */
  public static boolean named() {
    return !System.getProperty("corpus", "").isBlank();
  }

  /** The bytes of each file by its name in the archive, in the order of the archive. */
  public static Map<String, byte[]> read() {
    Path archive = Path.of(System.getProperty("root", "")).resolve(System.getProperty("corpus", "")).resolve(ARCHIVE);
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)));
        TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile()) {
          files.put(entry.getName(), tar.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The system property 'corpus' names a folder without a readable " + ARCHIVE + ": " + archive, e);
    }
    return files;
  }
}
