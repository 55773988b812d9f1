package dev.drydock.dockerfile;

import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The socket of an SSH agent: {@code --mount=type=ssh}. */
public final class SshMount extends Mount {

  static final Vector<String> NAMES = Vector.of("id", "target", "required", "mode", "uid", "gid");

  SshMount(Map<String, String> fields) {
    super(fields);
  }

  @Override
  public String type() {
    return "ssh";
  }

  @Override
  Vector<String> names() {
    return NAMES;
  }

  /** Which agent; {@code default} where it is not given. */
  public Option<String> id() {
    return field("id");
  }

  /** Whether the build fails without it. */
  public boolean required() {
    return isOn("required");
  }

  /** File mode in octal, as written. */
  public Option<String> mode() {
    return field("mode");
  }

  /** Owner, a decimal number as written. */
  public Option<String> uid() {
    return field("uid");
  }

  /** Group, a decimal number as written. */
  public Option<String> gid() {
    return field("gid");
  }
}
