package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;

/**
 * {@code VOLUME path…}: what is written there afterwards is not kept in the image.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseVolume}.
 */
public final class Volume extends Instruction {

  Volume(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.VOLUME;
  }

  /** {@code VOLUME path…}; the JSON form where a path holds a blank. */
  public static Volume of(String... paths) {
    if (Given.noneNull(paths, "paths").length == 0) {
      throw Given.refused("paths", "at least one path", "[]");
    }
    Vector<String> all = Vector.of(paths);
    all.forEach(path -> Words.line(path, "paths", "paths of the image"));
    return InstructionWriter.paths(Volume.class, "VOLUME", all);
  }

  /** The paths as written. */
  public Vector<String> paths() {
    return arguments();
  }

  /** With these paths in the place of all. */
  public Volume withPaths(String... paths) {
    return (Volume) withArguments(of(paths), "paths");
  }
}
