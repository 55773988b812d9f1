package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.Scope;
import dev.drydock.impl.caching.effect.Paths;
import io.vavr.control.Option;

/**
 * A mount of a RUN and the directory where it is mounted.
 *
 * @param path absolute, in its shortest form
 */
public record MountPoint(Mount mount, String path) {

  /**
   * Where a mount is mounted in a scope: variables are expanded, and a relative target lies below WORKDIR. A variable
   * that is not known stays as it is written in an absolute target: {@code /root/.cache/$X} lies below {@code
   * /root/.cache}. None where the mount has no target, or where what the target begins with, or WORKDIR, is not known.
   */
  public static Option<MountPoint> of(Mount mount, Scope scope) {
    return mount
        .target()
        .flatMap(
            target ->
                scope
                    .expand(target)
                    .flatMap(scope::resolve)
                    .orElse(Option.some(target).filter(written -> written.startsWith("/"))))
        .map(path -> new MountPoint(mount, Paths.clean(path)));
  }

  public boolean isCache() {
    return mount instanceof CacheMount;
  }

  /** Whether a path is in the mount: it is mounted at the path or above it. */
  public boolean holds(String other) {
    return Paths.within(other, path);
  }

  /** Whether it is mounted at a path, above it or below it. */
  public boolean overlaps(String other) {
    return holds(other) || Paths.within(path, other);
  }
}
