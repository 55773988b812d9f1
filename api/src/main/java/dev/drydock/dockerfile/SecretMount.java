package dev.drydock.dockerfile;

import io.vavr.control.Option;
import org.immutables.value.Value;

/** A file or a variable that does not stay in the image: {@code --mount=type=secret}. */
@Value.Immutable
public abstract non-sealed class SecretMount implements Mount {

  SecretMount() {}

  @Override
  public final String type() {
    return "secret";
  }

  @Override
  @Value.Default
  public Option<String> target() {
    return Option.none();
  }

  /** The name of the secret; the base name of the target where it is not given. */
  @Value.Default
  public Option<String> id() {
    return Option.none();
  }

  /** The path that is mounted, in {@code from} or in the build context. */
  @Value.Default
  public Option<String> source() {
    return Option.none();
  }

  /** The variable that it is put in. */
  @Value.Default
  public Option<String> env() {
    return Option.none();
  }

  /** Whether the build fails without it. */
  @Value.Default
  public boolean required() {
    return false;
  }

  /** File mode in octal, as written. */
  @Value.Default
  public Option<String> mode() {
    return Option.none();
  }

  /** Owner, a decimal number as written. */
  @Value.Default
  public Option<String> uid() {
    return Option.none();
  }

  /** Group, a decimal number as written. */
  @Value.Default
  public Option<String> gid() {
    return Option.none();
  }

  @Override
  public final String text() {
    return new MountFields.Writer(type())
        .field("id", id())
        .field("source", source())
        .field("target", target())
        .field("env", env())
        .flag("required", required())
        .field("mode", mode())
        .field("uid", uid())
        .field("gid", gid())
        .toString();
  }

  @Override
  public final String toString() {
    return text();
  }
}
