package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PythonCaching;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;
import java.util.function.Function;

/** The built-in transforms, each made of edits of a whole file; a file that cannot be built is left alone. */
public final class BuiltIns {

  private BuiltIns() {}

  public static Transform addSyntax() {
    return of(AddSyntax::edits);
  }

  public static Transform keepAptCache() {
    return of(KeepAptCache::edits);
  }

  public static Transform mountCache(Seq<PackageManager> managers) {
    return of(dockerfile -> MountCache.edits(dockerfile, managers));
  }

  public static Transform dropCacheDefeaters(Seq<PackageManager> managers) {
    return of(dockerfile -> DropCacheDefeaters.edits(dockerfile, managers));
  }

  public static Transform dropCacheDefeatingEnv(Seq<PackageManager> managers) {
    return of(dockerfile -> DropCacheDefeatingEnv.edits(dockerfile, managers));
  }

  public static PythonCaching pythonCaching(Seq<PackageManager> managers) {
    return new CachingTransform(managers, true);
  }

  public static Transform stripCacheMounts() {
    return Transform.edits(StripCacheMounts::edits);
  }

  private static Transform of(Function<Dockerfile, Seq<Edit>> edits) {
    return Transform.edits(dockerfile -> Refused.unless(dockerfile, edits));
  }
}
