package dev.drydock.dockerfile;

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
    return new TmpfsMount(HashMap.of("target", target));
  }

  /** The most it may hold, in bytes or with a unit, as written. */
  public Option<String> size() {
    return field("size");
  }
}
