package dev.drydock.dockerfile;

import dev.drydock.spi.Engine;
import dev.drydock.spi.MountSink;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/**
 * A value of {@code RUN --mount}. Values are as written: variables are not expanded. Two are equal where their types
 * and their fields are, in whatever order and under whichever of their names the fields were written.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/commands_runmount.go}.
 */
public abstract sealed class Mount permits CacheMount, BindMount, TmpfsMount, SecretMount, SshMount {

  private final Map<String, String> fields;

  /** A mount of these fields, by the names of {@link #names()}; a switch is there where it is on. */
  Mount(Map<String, String> fields) {
    this.fields = fields;
  }

  /** {@code cache}, {@code bind}, {@code tmpfs}, {@code secret} or {@code ssh}. */
  public abstract String type();

  /** The names of the fields that mounts of this type have, in the order in which they are written. */
  abstract Vector<String> names();

  /** Where it is mounted ({@code target}, {@code dst} or {@code destination}); relative to WORKDIR where not absolute. */
  public final Option<String> target() {
    return field("target");
  }

  /** The value as Drydock writes it: {@code type=…} first, then the fields that are set. */
  public final String text() {
    return MountFields.text(this);
  }

  final Option<String> field(String name) {
    return fields.get(name);
  }

  final boolean isOn(String name) {
    return fields.containsKey(name);
  }

  final Map<String, String> with(String name, String value) {
    return fields.put(name, value);
  }

  /**
   * Reads a value as BuildKit does; none where it is not a record of fields of a type that BuildKit knows, or where a
   * field other than {@code ro}, {@code rw} and {@code required} has no value.
   */
  public static Option<Mount> parse(String value) {
    MountFields fields = new MountFields();
    Engine.get()
        .mount(
            value,
            new MountSink() {
              @Override
              public void field(String key, @Nullable String fieldValue) {
                fields.put(key, fieldValue);
              }

              @Override
              public void malformed(String reason) {
                fields.fail();
              }
            });
    return fields.mount();
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Mount that && getClass() == that.getClass() && fields.equals(that.fields);
  }

  @Override
  public final int hashCode() {
    return fields.hashCode();
  }

  /** The value as Drydock writes it. */
  @Override
  public final String toString() {
    return text();
  }
}
