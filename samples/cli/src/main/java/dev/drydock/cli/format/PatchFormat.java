package dev.drydock.cli.format;

import dev.drydock.fleet.FleetFile;
import dev.drydock.transform.Rewrite;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** The changes as unified diffs that {@code git apply} and {@code patch -p1} take at the top of the repository. */
final class PatchFormat implements Format {

  private final OutputStream out;

  PatchFormat(OutputStream out) {
    this.out = out;
  }

  @Override
  public void rewrite(FleetFile file, Rewrite rewrite) {
    if (rewrite.changed()) {
      try {
        out.write(FilePatch.of(file, rewrite, diff -> diff));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
