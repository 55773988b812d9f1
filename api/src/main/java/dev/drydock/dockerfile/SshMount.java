package dev.drydock.dockerfile;

import io.vavr.control.Option;
import org.immutables.value.Value;

/** The socket of an SSH agent: {@code --mount=type=ssh}. */
@Value.Immutable
public abstract non-sealed class SshMount implements Mount {

  SshMount() {}

  @Override
  public final String type() {
    return "ssh";
  }

  @Override
  @Value.Default
  public Option<String> target() {
    return Option.none();
  }

  /** Which agent; {@code default} where it is not given. */
  @Value.Default
  public Option<String> id() {
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
        .field("target", target())
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
