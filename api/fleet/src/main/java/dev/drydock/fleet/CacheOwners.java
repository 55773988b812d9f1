package dev.drydock.fleet;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Scope;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * Whose caches a mount is for, by where package managers say that these lie. What a RUN calls is not asked, so that a
 * directory which an option names is nobody's.
 */
final class CacheOwners {

  private CacheOwners() {}

  /** The package managers that a mount is for, in this scope. */
  static Seq<PackageManager> of(CacheMount mount, Scope scope) {
    return mount
        .target()
        .map(target -> ImagePaths.clean(scope.expand(target).flatMap(scope::resolve).getOrElse(target)))
        .<Seq<PackageManager>>map(path -> PackageManagers.ALL.filter(manager -> isFor(manager, path, scope)))
        .getOrElse(Vector.empty());
  }

  private static boolean isFor(PackageManager manager, String path, Scope scope) {
    return manager.cachesNamedLike(path).nonEmpty() || manager.caches().exists(cache -> isMovedTo(cache, path, scope));
  }

  /** Whether a variable moves the cache to this path. */
  private static boolean isMovedTo(CacheDirectory cache, String path, Scope scope) {
    return cache.moves().exists(move -> scope.value(move.name()).exists(value -> ImagePaths.clean(move.under(value)).equals(path)));
  }
}
