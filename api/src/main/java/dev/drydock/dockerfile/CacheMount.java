package dev.drydock.dockerfile;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A directory that BuildKit keeps between builds: {@code --mount=type=cache}. */
public final class CacheMount extends Mount {

  static final Vector<String> NAMES = Vector.of("id", "target", "sharing", "from", "source", "ro", "mode", "uid", "gid");

  CacheMount(Map<String, String> fields) {
    super(fields);
  }

  @Override
  public String type() {
    return "cache";
  }

  @Override
  Vector<String> names() {
    return NAMES;
  }

  /** A cache mounted at this path, with BuildKit's defaults. */
  public static CacheMount at(String target) {
    return new CacheMount(HashMap.of("target", target));
  }

  /** What the cache is known by; BuildKit takes the cleaned target where it is not given. */
  public Option<String> id() {
    return field("id");
  }

  /** {@code shared} (the default), {@code private} or {@code locked}: what concurrent builds do. */
  public Option<String> sharing() {
    return field("sharing");
  }

  /** The stage, image or named context that it comes from. */
  public Option<String> from() {
    return field("from");
  }

  /** The path that is mounted, in {@code from} or in the build context. */
  public Option<String> source() {
    return field("source");
  }

  /** Whether the step may not write to it. */
  public boolean readOnly() {
    return isOn("ro");
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

  /** With this sharing: {@code shared}, {@code private} or {@code locked}. */
  public CacheMount withSharing(String sharing) {
    return new CacheMount(with("sharing", sharing));
  }

  /** Known by this id. */
  public CacheMount withId(String id) {
    return new CacheMount(with("id", id));
  }

  /** Owned by these; BuildKit takes root where they are not given. */
  public CacheMount ownedBy(int uid, int gid) {
    return new CacheMount(with("uid", Integer.toString(uid)).put("gid", Integer.toString(gid)));
  }
}
