package dev.drydock.dockerfile;

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
    return Written.paths(Volume.class, "VOLUME", Vector.of(paths));
  }

  /** The paths as written. */
  public Vector<String> paths() {
    return arguments();
  }
}
