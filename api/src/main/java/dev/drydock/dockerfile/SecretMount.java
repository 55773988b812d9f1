package dev.drydock.dockerfile;

import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A file or a variable that does not stay in the image: {@code --mount=type=secret}. */
public final class SecretMount extends Mount {

  static final Vector<String> NAMES = Vector.of("id", "source", "target", "env", "required", "mode", "uid", "gid");

  SecretMount(Map<String, String> fields) {
    super(fields);
  }

  @Override
  public String type() {
    return "secret";
  }

  @Override
  Vector<String> names() {
    return NAMES;
  }

  /** The name of the secret; the base name of the target where it is not given. */
  public Option<String> id() {
    return field("id");
  }

  /** The path that is mounted, in {@code from} or in the build context. */
  public Option<String> source() {
    return field("source");
  }

  /** The variable that it is put in. */
  public Option<String> env() {
    return field("env");
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
