package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Locale;

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

  /** What concurrent builds do that have the same cache. */
  public enum Sharing {
    /** They use it at the same time; BuildKit's default. */
    SHARED,
    /** Each has a cache of its own. */
    PRIVATE,
    /** One waits for the other. */
    LOCKED;

    /**
     * The one of this name.
     *
     * @throws IllegalArgumentException where there is none
     */
    public static Sharing named(String name) {
      for (Sharing sharing : values()) {
        if (sharing.text().equals(Given.notNull(name, "name").toLowerCase(Locale.ROOT))) {
          return sharing;
        }
      }
      throw Given.refused("name", "shared, private or locked", name);
    }

    private String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A cache mounted at this path, with BuildKit's defaults.
   *
   * @throws IllegalArgumentException where the path is not absolute: BuildKit knows a cache by its path as written, so
   *     that a relative one would be shared by all directories that it may be in
   */
  public static CacheMount at(String target) {
    return new CacheMount(HashMap.of("target", absolute(target, "target")));
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

  /** With this sharing. */
  public CacheMount withSharing(Sharing sharing) {
    return new CacheMount(with("sharing", Given.notNull(sharing, "sharing").text()));
  }

  /**
   * Mounted at this path instead; all else stays.
   *
   * @throws IllegalArgumentException where the path is not absolute
   */
  public CacheMount withTarget(String target) {
    return new CacheMount(with("target", absolute(target, "target")));
  }

  /** Known by this id; a variable in it must be declared in the stage. */
  public CacheMount withId(String id) {
    return new CacheMount(with("id", Words.flag(id, "id", "what the cache is known by")));
  }

  /** Owned by these; BuildKit takes root where they are not given. */
  public CacheMount ownedBy(int uid, int gid) {
    return new CacheMount(withOwner(uid, gid));
  }

  /** With this mode of the directory, an octal number in Java too: {@code 0755}. */
  public CacheMount withMode(int mode) {
    return new CacheMount(withFileMode(mode));
  }

  /** Beginning as a copy of this stage, image or named context. */
  public CacheMount withFrom(String from) {
    return new CacheMount(withOrigin(from));
  }

  /** Beginning as a copy of this path, in what {@link #withFrom} says. */
  public CacheMount withSource(String source) {
    return new CacheMount(with("source", Words.flag(source, "source", "a path")));
  }

  /** Which the step cannot write to. */
  public CacheMount asReadOnly() {
    return new CacheMount(with("ro", "true"));
  }
}
