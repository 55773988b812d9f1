package dev.drydock.impl.caching.plan;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.TmpfsMount;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.MountPoint;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Vector;

/**
 * The canonical order of mounts: that of the package managers in their catalogue, and of the caches of each. Right after a
 * cache stands what keeps its builds apart.
 */
public final class MountOrder {

  private static final int PLACES_AT_MOST = 20;
  private static final int LAST = PackageManagers.ALL.size() * PLACES_AT_MOST;

  private MountOrder() {}

  /** Where in the order a mount at this path stands. */
  static int rank(FileFacts file, RunFacts run, String path) {
    Vector<PackageManager> all = PackageManagers.ALL;
    for (int i = 0; i < all.size(); i++) {
      Vector<CacheDirectory> caches = all.get(i).caches();
      for (int j = 0; j < caches.size(); j++) {
        if (isBuildsFolder(file, run, all.get(i), caches.get(j), path)) {
          return i * PLACES_AT_MOST + 2 * j + 1;
        }
        if (isCache(file, run, all.get(i), caches.get(j), path)) {
          return i * PLACES_AT_MOST + 2 * j;
        }
      }
    }
    return LAST;
  }

  /** Where in the order a mount stands; an empty directory has a place in it where it keeps builds apart. */
  static int rank(FileFacts file, RunFacts run, MountPoint point) {
    return point.mount() instanceof TmpfsMount && !isBuildsFolder(file, run, point.path())
        ? Integer.MAX_VALUE
        : rank(file, run, point.path());
  }

  /** Whether a path is where a known package manager keeps a cache, usually or in a call of the RUN. */
  public static boolean isPackageCache(FileFacts file, RunFacts run, String path) {
    return rank(file, run, path) < LAST;
  }

  /** Whether a path is where a known package manager keeps what it has built, usually or in a call of the RUN. */
  public static boolean isBuildsFolder(FileFacts file, RunFacts run, String path) {
    return PackageManagers.ALL.exists(
        manager -> manager.caches().exists(cache -> isBuildsFolder(file, run, manager, cache, path)));
  }

  private static boolean isBuildsFolder(
      FileFacts file, RunFacts run, PackageManager manager, CacheDirectory cache, String path) {
    return cache.builds()
        .exists(
            folder ->
                path.endsWith("/" + folder)
                    && isCache(file, run, manager, cache, path.substring(0, path.length() - folder.length() - 1)));
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
