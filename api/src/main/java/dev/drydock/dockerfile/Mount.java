package dev.drydock.dockerfile;

import dev.drydock.spi.Engine;
import dev.drydock.spi.MountSink;
import io.vavr.control.Option;
import org.jspecify.annotations.Nullable;

/**
 * A value of {@code RUN --mount}. Values are as written: variables are not expanded.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/commands_runmount.go}.
 */
public sealed interface Mount permits CacheMount, BindMount, TmpfsMount, SecretMount, SshMount {

  /** {@code cache}, {@code bind}, {@code tmpfs}, {@code secret} or {@code ssh}. */
  String type();

  /** Where it is mounted ({@code target}, {@code dst} or {@code destination}); relative to WORKDIR where not absolute. */
  Option<String> target();

  /** The value as Drydock writes it: {@code type=…} first, then the fields that are set. */
  String text();

  /**
   * Reads a value as BuildKit does; none where it is not a record of fields of a type that BuildKit knows, or where a
   * field other than {@code ro}, {@code rw} and {@code required} has no value.
   */
  static Option<Mount> parse(String value) {
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
}
