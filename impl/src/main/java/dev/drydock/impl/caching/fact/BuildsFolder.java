package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.TmpfsMount;
import io.vavr.control.Option;

/**
 * The folder in a cache where a package manager keeps what it has built, {@code /root/.cache/pip/wheels}. An empty directory
 * mounted there keeps builds out of the cache, while downloads stay in it.
 */
public final class BuildsFolder {

  private BuildsFolder() {}

  /** Its path; none where builds have no folder of their own. */
  public static Option<String> of(CacheLocation cache) {
    return cache.cache().builds().map(folder -> cache.path() + "/" + folder);
  }

  /** Whether a RUN has an empty directory there. */
  public static boolean isEmptied(RunFacts run, CacheLocation cache) {
    return of(cache).exists(folder -> run.mountPoints().exists(point -> isTmpfs(point) && point.holds(folder)));
  }

  private static boolean isTmpfs(MountPoint point) {
    return point.mount() instanceof TmpfsMount;
  }
}
