package dev.drydock.impl.caching.plan;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Vector;

/** The canonical order of mounts: that of the package managers in their catalogue, and of the caches of each. */
public final class MountOrder {

  private static final int CACHES_AT_MOST = 10;

  private MountOrder() {}

  /** Where in the order a mount at this path stands. */
  static int rank(FileFacts file, RunFacts run, String path) {
    Vector<PackageManager> all = PackageManagers.ALL;
    for (int i = 0; i < all.size(); i++) {
      Vector<CacheDirectory> caches = all.get(i).caches();
      for (int j = 0; j < caches.size(); j++) {
        if (isCache(file, run, all.get(i), caches.get(j), path)) {
          return i * CACHES_AT_MOST + j;
        }
      }
    }
    return all.size() * CACHES_AT_MOST;
  }

  /** Whether a path is where a known package manager keeps a cache, usually or in a call of the RUN. */
  public static boolean isPackageCache(FileFacts file, RunFacts run, String path) {
    return rank(file, run, path) < PackageManagers.ALL.size() * CACHES_AT_MOST;
  }

  private static boolean isCache(FileFacts file, RunFacts run, PackageManager manager, CacheDirectory cache, String path) {
    boolean usual =
        cache.path().startsWith("~/")
            ? path.endsWith(cache.path().substring(1))
            : Paths.within(path, cache.path());
    return usual
        || run.calls(manager)
            .exists(call -> CacheLocation.of(file, run, call, cache).exists(location -> location.path().equals(path)));
  }
}
