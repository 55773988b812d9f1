package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.Engine;
import dev.drydock.spi.MountSink;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value of {@code RUN --mount}. Values are as written: variables are not expanded. Two are equal where their types
 * and their fields are, in whatever order and under whichever of their names the fields were written.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/commands_runmount.go}.
 */
public abstract sealed class Mount permits CacheMount, BindMount, TmpfsMount, SecretMount, SshMount {

  private static final String ABSOLUTE = "an absolute path, such as /root/.cache/pip";
  private static final Pattern WINDOWS = Pattern.compile("[A-Za-z]:/");

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

  /** The value, which {@link #parse} reads again: {@code type=…} first, then the fields that are set. */
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

  /** The fields with an owner. */
  final Map<String, String> withOwner(int uid, int gid) {
    return fields
        .put("uid", Integer.toString(Given.atLeast(0, uid, "uid", "it is a user's number")))
        .put("gid", Integer.toString(Given.atLeast(0, gid, "gid", "it is a group's number")));
  }

  /** The fields with a file mode, written in octal. */
  final Map<String, String> withFileMode(int mode) {
    if (mode < 0 || mode > 07777) {
      throw Given.refused("mode", "a file mode from 0 to 07777, in Java 0755 with its 0", mode);
    }
    return fields.put("mode", String.format("%04o", mode));
  }

  /** The fields with where the mount comes from. */
  final Map<String, String> withOrigin(String origin) {
    Words.flag(origin, "from", "a stage, an image or a named context");
    if (Words.hasVariable(origin)) {
      throw Given.refused("from", "a stage, an image or a named context without variables: name a stage FROM it", origin);
    }
    return fields.put("from", origin);
  }

  /** A path that a mount is at, which does not move with WORKDIR. */
  static String absolute(String target, String name) {
    Words.flag(target, name, ABSOLUTE);
    String path = target.replace('\\', '/');
    boolean absolute = path.startsWith("/") || path.startsWith("$") || WINDOWS.matcher(path).lookingAt();
    if (path.startsWith("~")) {
      throw Given.refused(name, ABSOLUTE + "; BuildKit takes ~ for the name of a folder", target);
    }
    if (!absolute) {
      throw Given.refused(name, ABSOLUTE + ", since another would move with WORKDIR", target);
    }
    if (path.chars().allMatch(c -> c == '/')) {
      throw Given.refused(name, "a path below /, since BuildKit mounts nothing at the root", target);
    }
    return target;
  }

  /**
   * Reads a value as BuildKit does; none where it is not a record of fields of a type that BuildKit knows, or where a
   * field other than {@code ro}, {@code rw} and {@code required} has no value.
   */
  public static Option<Mount> parse(String value) {
    Given.notNull(value, "value");
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

  /** The value. */
  @Override
  public final String toString() {
    return text();
  }
}
