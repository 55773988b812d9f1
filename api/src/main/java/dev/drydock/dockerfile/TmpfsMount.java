package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** An empty directory in memory: {@code --mount=type=tmpfs}. */
public final class TmpfsMount extends Mount {

  static final Vector<String> NAMES = Vector.of("target", "size");

  TmpfsMount(Map<String, String> fields) {
    super(fields);
  }

  @Override
  public String type() {
    return "tmpfs";
  }

  @Override
  Vector<String> names() {
    return NAMES;
  }

  /** An empty directory at this path, of the size that the kernel gives: half of the memory. */
  public static TmpfsMount at(String target) {
    return new TmpfsMount(HashMap.of("target", absolute(target, "target")));
  }

  /** Which holds this many bytes at most. */
  public TmpfsMount withSize(long bytes) {
    if (bytes < 1) {
      throw Given.refused("bytes", "1 or more, since nothing fits into less", bytes);
    }
    return new TmpfsMount(with("size", Long.toString(bytes)));
  }

  /** The most it may hold, in bytes or with a unit, as written. */
  public Option<String> size() {
    return field("size");
  }
}
