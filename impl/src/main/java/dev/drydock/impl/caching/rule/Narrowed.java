package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.effect.ImageDirectories;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.CacheLocation;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Only apt's lists are mounted, and not the directory that also holds its marks of installed packages. */
public final class Narrowed {

  private Narrowed() {}

  /** What there is to say of new mounts. */
  public static Option<Finding> of(PackageManager manager, Vector<CacheLocation> mounted) {
    return isNarrowed(manager, mounted)
        ? Option.some(
            Finding.changed(
                "mount-cache/*/narrowed",
                ImageDirectories.APT_LISTS,
                "the file uses apt's marks of automatically installed packages, which lie in /var/lib/apt and"
                    + " must stay in the image; only the lists are mounted"))
        : Option.none();
  }

  /** Whether the package manager's own directory holds the lists, and more that is not mounted. */
  private static boolean isNarrowed(PackageManager manager, Vector<CacheLocation> mounted) {
    return mounted.exists(cache -> cache.path().equals(ImageDirectories.APT_LISTS))
        && manager.caches().exists(cache -> cache.path().equals(Paths.parent(ImageDirectories.APT_LISTS)));
  }
}
