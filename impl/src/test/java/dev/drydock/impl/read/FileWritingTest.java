package dev.drydock.impl.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.dockerfile.Dockerfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is written whole, in its own place and for those who may read it, or not at all. */
class FileWritingTest {

  private static final Dockerfile FILE = Dockerfile.parse("FROM a\n");

  @TempDir private Path directory;

  @Test
  void aSymbolicLinkStaysOneAndWhatItLeadsToIsReplaced() throws IOException {
    Path file = Files.writeString(directory.resolve("Dockerfile.real"), "FROM b\n");
    Path link = Files.createSymbolicLink(directory.resolve("Dockerfile"), Path.of("Dockerfile.real"));
    FILE.write(link);
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("FROM a\n");
  }

  @Test
  void aSymbolicLinkThatLeadsNowhereIsLeftAlone() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("Dockerfile"), Path.of("gone"));
    assertThatThrownBy(() -> FILE.write(link))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write " + link + ": it is a symbolic link that leads to no file");
    assertThat(link).isSymbolicLink();
    assertThat(directory.resolve("gone")).doesNotExist();
  }

  @Test
  void permissionsStay() throws IOException {
    Path file = Files.writeString(directory.resolve("Dockerfile"), "FROM b\n");
    for (String permissions : new String[] {"rw-------", "rw-r-----", "rwxr-xr-x"}) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      FILE.write(file);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo(permissions);
    }
  }
}
