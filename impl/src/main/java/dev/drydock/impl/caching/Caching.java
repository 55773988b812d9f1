package dev.drydock.impl.caching;

import dev.drydock.caching.CachingTransform;
import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PythonCaching;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.caching.effect.BuiltInPrograms;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.Serializable;

/** The built-in transforms. Each is a value: its job, and what that is to be done for. */
public final class Caching {

  private Caching() {}

  public static Transform addSyntax() {
    return new Simple(Job.ADD_SYNTAX, Vector.empty());
  }

  public static CachingTransform keepAptCache() {
    return new Knowing(Job.KEEP_APT_CACHE, Vector.empty(), BuiltInPrograms.all());
  }

  public static CachingTransform mountCache(Seq<PackageManager> managers) {
    return new Knowing(Job.MOUNT_CACHE, managers, BuiltInPrograms.all());
  }

  public static CachingTransform dropCacheDefeaters(Seq<PackageManager> managers) {
    return new Knowing(Job.DROP_CACHE_DEFEATERS, managers, BuiltInPrograms.all());
  }

  public static Transform dropCacheDefeatingEnv(Seq<PackageManager> managers) {
    return new Simple(Job.DROP_CACHE_DEFEATING_ENV, managers);
  }

  public static PythonCaching pythonCaching(Seq<PackageManager> managers) {
    return PythonCachingTransform.of(managers);
  }

  public static CachingTransform repairCacheMounts(Seq<PackageManager> managers) {
    return new Knowing(Job.REPAIR_CACHE_MOUNTS, managers, BuiltInPrograms.all());
  }

  public static Transform uvLinkModeCopy() {
    return new Simple(Job.UV_LINK_MODE_COPY, Vector.empty());
  }

  public static Transform stripCacheMounts() {
    return new Simple(Job.STRIP_CACHE_MOUNTS, Vector.empty());
  }

  /** A transform that needs to know of no programs. */
  private record Simple(Job job, Seq<PackageManager> managers) implements Transform, Serializable {

    @Override
    public Rewrite apply(Dockerfile dockerfile) {
      return job.apply(dockerfile, managers, KnownPrograms.none());
    }

    @Override
    public String name() {
      return job.name(managers);
    }

    @Override
    public String toString() {
      return name();
    }
  }

  /** A transform that knows programs besides those that come with the product. */
  private record Knowing(Job job, Seq<PackageManager> managers, KnownPrograms programs)
      implements CachingTransform, Serializable {

    @Override
    public CachingTransform knowing(KnownPrograms more) {
      return new Knowing(job, managers, programs.and(more));
    }

    @Override
    public Rewrite apply(Dockerfile dockerfile) {
      return job.apply(dockerfile, managers, programs);
    }

    @Override
    public String name() {
      return job.name(managers);
    }

    @Override
    public String toString() {
      return name();
    }
  }
}
