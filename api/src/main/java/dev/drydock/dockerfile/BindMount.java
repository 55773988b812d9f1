package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import io.vavr.collection.HashMap;
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

  /**
   * The build context, or what {@link #withFrom} says, mounted at this path: absolute, or relative to WORKDIR, as in
   * {@code BindMount.at("uv.lock").withSource("uv.lock")}.
   */
  public static BindMount at(String target) {
    Words.flag(target, "target", "a path, absolute or relative to WORKDIR");
    if (target.startsWith("~")) {
      throw Given.refused("target", "a path; BuildKit takes ~ for the name of a folder", target);
    }
    return new BindMount(HashMap.of("target", target));
  }

  /** With this path of the build context, or of what {@link #withFrom} says. */
  public BindMount withSource(String source) {
    return new BindMount(with("source", Words.flag(source, "source", "a path")));
  }

  /** From a stage, an image or a named context. */
  public BindMount withFrom(String from) {
    return new BindMount(withOrigin(from));
  }

  /** Which the step can write to; what it writes is dropped. */
  public BindMount asWritable() {
    return new BindMount(with("rw", "true"));
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
