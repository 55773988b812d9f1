package dev.drydock.transform;

import dev.drydock.transform.ImmutableCacheDirectory;
import io.vavr.control.Option;
import org.immutables.value.Value;

/** A directory in which a package manager keeps what it has downloaded, and how concurrent builds may use it. */
@Value.Immutable
public abstract class CacheDirectory {

  CacheDirectory() {}

  /** The path: absolute, or in the user's home where it begins with {@code ~/}. */
  public abstract String path();

  /** BuildKit's {@code sharing}; without it {@code shared}. {@code locked} for tools that lock the directory. */
  @Value.Default
  public Option<String> sharing() {
    return Option.none();
  }

  /** A directory that concurrent builds may use at the same time. */
  public static CacheDirectory shared(String path) {
    return ImmutableCacheDirectory.builder().path(path).build();
  }

  /** A directory that one build at a time may use. */
  public static CacheDirectory locked(String path) {
    return ImmutableCacheDirectory.builder().path(path).sharing(Option.some("locked")).build();
  }
}
