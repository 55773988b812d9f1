package dev.drydock.impl.caching;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PythonCaching;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.plan.Goal;
import dev.drydock.impl.caching.plan.Plan;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;
import java.util.function.Function;

/** The built-in transforms, each made of edits of a whole file; a file that cannot be built is left alone. */
public final class Caching {

  private Caching() {}

  public static Transform addSyntax() {
    return of(AddSyntax::edits);
  }

  public static Transform keepAptCache() {
    return of(KeepAptCache::edits);
  }

  public static Transform mountCache(Seq<PackageManager> managers) {
    return of(dockerfile -> plan(dockerfile, managers, Goal.MOUNT).enact().edits());
  }

  public static Transform dropCacheDefeaters(Seq<PackageManager> managers) {
    return of(dockerfile -> plan(dockerfile, managers, Goal.CLEAR).enact().edits());
  }

  public static Transform dropCacheDefeatingEnv(Seq<PackageManager> managers) {
    return of(dockerfile -> DropCacheDefeatingEnv.edits(dockerfile, managers));
  }

  public static PythonCaching pythonCaching(Seq<PackageManager> managers) {
    return new PythonCachingTransform(managers, true);
  }

  public static Transform stripCacheMounts() {
    return Transform.edits(StripCacheMounts::edits);
  }

  private static Plan plan(Dockerfile dockerfile, Seq<PackageManager> managers, Goal goal) {
    return Plan.of(FileFacts.of(dockerfile, managers), managers, Frontend.of(dockerfile), goal);
  }

  private static Transform of(Function<Dockerfile, Seq<Edit>> edits) {
    return Transform.edits(dockerfile -> UnbuildableFile.unless(dockerfile, edits));
  }
}
