package dev.drydock.impl.caching;

import dev.drydock.caching.CachingTransform;
import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PythonCaching;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.caching.effect.BuiltInPrograms;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.plan.Goal;
import dev.drydock.impl.caching.plan.Plan;
import dev.drydock.impl.caching.rule.AptSteps;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The built-in transforms, each made of edits of a whole file; a file that cannot be built is left alone. */
public final class Caching {

  private Caching() {}

  public static Transform addSyntax() {
    return of(AddSyntax::edits);
  }

  public static CachingTransform keepAptCache() {
    return knowing(KeepAptCache::edits);
  }

  public static CachingTransform mountCache(Seq<PackageManager> managers) {
    return knowing((dockerfile, programs) -> plan(dockerfile, managers, programs, Goal.MOUNT).enact().edits());
  }

  public static CachingTransform dropCacheDefeaters(Seq<PackageManager> managers) {
    return knowing((dockerfile, programs) -> plan(dockerfile, managers, programs, Goal.CLEAR).enact().edits());
  }

  public static Transform dropCacheDefeatingEnv(Seq<PackageManager> managers) {
    return of(dockerfile -> DropCacheDefeatingEnv.edits(dockerfile, managers));
  }

  public static PythonCaching pythonCaching(Seq<PackageManager> managers) {
    return PythonCachingTransform.of(managers);
  }

  public static Transform stripCacheMounts() {
    return Transform.edits(StripCacheMounts::edits);
  }

  private static Plan plan(Dockerfile dockerfile, Seq<PackageManager> managers, KnownPrograms programs, Goal goal) {
    return Plan.of(FileFacts.of(dockerfile, managers, programs), managers, Frontend.of(dockerfile), goal, AptSteps.NEVER);
  }

  private static CachingTransform knowing(BiFunction<Dockerfile, KnownPrograms, Seq<Edit>> edits) {
    return new ProgramsTransform(edits, BuiltInPrograms.all());
  }

  /** A transform that knows programs besides those that come with the product. */
  private record ProgramsTransform(BiFunction<Dockerfile, KnownPrograms, Seq<Edit>> edits, KnownPrograms programs)
      implements CachingTransform {

    @Override
    public CachingTransform knowing(KnownPrograms more) {
      return new ProgramsTransform(edits, programs.and(more));
    }

    @Override
    public Rewrite apply(Dockerfile dockerfile) {
      return of(file -> edits.apply(file, programs)).apply(dockerfile);
    }
  }

  private static Transform of(Function<Dockerfile, Seq<Edit>> edits) {
    return Transform.edits(dockerfile -> UnbuildableFile.unless(dockerfile, edits));
  }
}
