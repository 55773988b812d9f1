package dev.drydock.dockerfile;

import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Files of the build context, a stage or an image, for the time of one step: {@code --mount=type=bind}, the default type. */
public final class BindMount extends Mount {

  static final Vector<String> NAMES = Vector.of("source", "from", "target", "rw");

  BindMount(Map<String, String> fields) {
    super(fields);
  }

  @Override
  public String type() {
    return "bind";
  }

  @Override
  Vector<String> names() {
    return NAMES;
  }

  /** The path that is mounted, in {@code from} or in the build context. */
  public Option<String> source() {
    return field("source");
  }

  /** The stage, image or named context that it comes from. */
  public Option<String> from() {
    return field("from");
  }

  /** Whether the step may not write to it; what it writes is dropped. */
  public boolean readOnly() {
    return !isOn("rw");
  }
}
