package dev.drydock.dockerfile;

import io.vavr.control.Option;
import org.immutables.value.Value;

/** Files of the build context, a stage or an image, for the time of one step: {@code --mount=type=bind}, the default type. */
@Value.Immutable
public abstract non-sealed class BindMount implements Mount {

  BindMount() {}

  @Override
  public final String type() {
    return "bind";
  }

  @Override
  @Value.Default
  public Option<String> target() {
    return Option.none();
  }

  /** The path that is mounted, in {@code from} or in the build context. */
  @Value.Default
  public Option<String> source() {
    return Option.none();
  }

  /** The stage, image or named context that it comes from. */
  @Value.Default
  public Option<String> from() {
    return Option.none();
  }

  /** Whether the step may not write to it; what it writes is dropped. */
  @Value.Default
  public boolean readOnly() {
    return true;
  }

  @Override
  public final String text() {
    return new MountFields.Writer(type())
        .field("source", source())
        .field("from", from())
        .field("target", target())
        .flag("rw", !readOnly())
        .toString();
  }

  @Override
  public final String toString() {
    return text();
  }
}
