package dev.drydock.dockerfile;

import io.vavr.control.Option;
import org.immutables.value.Value;

/** An empty directory in memory: {@code --mount=type=tmpfs}. */
@Value.Immutable
public abstract non-sealed class TmpfsMount implements Mount {

  TmpfsMount() {}

  @Override
  public final String type() {
    return "tmpfs";
  }

  @Override
  @Value.Default
  public Option<String> target() {
    return Option.none();
  }

  /** The most it may hold, in bytes or with a unit, as written. */
  @Value.Default
  public Option<String> size() {
    return Option.none();
  }

  @Override
  public final String text() {
    return new MountFields.Writer(type())
        .field("target", target())
        .field("size", size())
        .toString();
  }

  @Override
  public final String toString() {
    return text();
  }
}
