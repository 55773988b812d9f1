package dev.drydock.dockerfile;

import dev.drydock.dockerfile.ImmutableCacheMount;
import io.vavr.control.Option;
import org.immutables.value.Value;

/** A directory that BuildKit keeps between builds: {@code --mount=type=cache}. */
@Value.Immutable
public abstract non-sealed class CacheMount implements Mount {

  CacheMount() {}

  @Override
  public final String type() {
    return "cache";
  }

  @Override
  @Value.Default
  public Option<String> target() {
    return Option.none();
  }

  /** What the cache is known by; BuildKit takes the cleaned target where it is not given. */
  @Value.Default
  public Option<String> id() {
    return Option.none();
  }

  /** {@code shared} (the default), {@code private} or {@code locked}: what concurrent builds do. */
  @Value.Default
  public Option<String> sharing() {
    return Option.none();
  }

  /** The stage, image or named context that it comes from. */
  @Value.Default
  public Option<String> from() {
    return Option.none();
  }

  /** The path that is mounted, in {@code from} or in the build context. */
  @Value.Default
  public Option<String> source() {
    return Option.none();
  }

  /** Whether the step may not write to it. */
  @Value.Default
  public boolean readOnly() {
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

  /** A cache mounted at this path, with BuildKit's defaults. */
  public static CacheMount at(String target) {
    return ImmutableCacheMount.builder().target(Option.some(target)).build();
  }

  /** With this sharing: {@code shared}, {@code private} or {@code locked}. */
  public final CacheMount withSharing(String sharing) {
    return ImmutableCacheMount.copyOf(this).withSharing(Option.some(sharing));
  }

  /** Known by this id. */
  public final CacheMount withId(String id) {
    return ImmutableCacheMount.copyOf(this).withId(Option.some(id));
  }

  /** Owned by these; BuildKit takes root where they are not given. */
  public final CacheMount ownedBy(int uid, int gid) {
    return ImmutableCacheMount.copyOf(this)
        .withUid(Option.some(Integer.toString(uid)))
        .withGid(Option.some(Integer.toString(gid)));
  }

  @Override
  public final String text() {
    return new MountFields.Writer(type())
        .field("id", id())
        .field("target", target())
        .field("sharing", sharing())
        .field("from", from())
        .field("source", source())
        .flag("ro", readOnly())
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
