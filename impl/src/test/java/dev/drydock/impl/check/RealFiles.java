package dev.drydock.impl.check;


import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.read.Corpus;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Files from the folder that the system property {@code corpus} names. */
public final class RealFiles {

  private RealFiles() {}

  /** The Dockerfiles by path; skips the test where the property is not set, fails where the archive is missing. */
  public static Map<String, Dockerfile> dockerfiles() throws IOException {
    return in("dockerfiles.tar.gz");
  }

  /** The files of one of the archives, by path. */
  static Map<String, Dockerfile> in(String archive) throws IOException {
    Map<String, Dockerfile> files = new TreeMap<>();
    try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file(archive))));
        TarArchiveInputStream tar = new TarArchiveInputStream(in)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.isFile()) {
          files.put(entry.getName(), Dockerfile.decode(tar.readAllBytes()));
        }
      }
    }
    return files;
  }

  /** A file of the folder. */
  static Path file(String name) {
    Path folder = Corpus.folder("corpus");
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new AssertionError("The system property 'corpus' names a folder that has no " + name + ": " + folder);
    }
    return file;
  }
}
