package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * Whether a mounted cache is known to be the one that a RUN uses: only then what defeats it may go, since else what is
 * downloaded would land in the layer. A cache in a home directory wants to be told whose home it is and where.
 */
public final class CacheUse {

  private CacheUse() {}

  /** Why a defeater stays beside caches that are mounted at these paths; none where they are known to be used. */
  public static Option<Finding> doubt(
      FileFacts file, RunFacts run, PackageManager manager, Seq<String> paths, String defeater) {
    if (!manager.caches().exists(cache -> cache.path().startsWith("~/"))) {
      return Option.none();
    }
    String mount = paths.headOption().map(path -> "a mount at " + path).getOrElse("the mounted cache");
    if (UserUnknown.isSo(file, run)) {
      return Option.some(UserUnknown.keeping(defeater, mount));
    }
    return HomeUnknown.isSo(file, run) && !isTold(file, run, manager)
        ? Option.some(HomeUnknown.keeping(defeater, mount))
        : Option.none();
  }

  /** Whether the file itself says where the caches of all calls are, by a HOME or by a variable of the package manager. */
  private static boolean isTold(FileFacts file, RunFacts run, PackageManager manager) {
    Vector<CacheLocation> locations = run.calls(manager).flatMap(call -> CacheLocation.of(file, run, call));
    return locations.nonEmpty() && locations.forAll(location -> location.parent().isDefined());
  }
}
