package dev.drydock.caching;

import dev.drydock.spi.Engine;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;

/**
 * What the catalogue asks of the knowledge: the built-in transforms. Internal: {@link Transforms} is how they are
 * reached, and only {@code dev.drydock.impl} implements this. Stateless and thread-safe.
 *
 * <p>It stands here and not beside {@link Engine}, since readers know neither transforms nor package managers.
 */
public interface CachingEngine {

  /** {@link Transforms#addSyntax}. */
  Transform addSyntax();

  /** {@link Transforms#keepAptCache}. */
  Transform keepAptCache();

  /** {@link Transforms#mountCache}. */
  Transform mountCache(Seq<PackageManager> managers);

  /** {@link Transforms#dropCacheDefeaters}. */
  Transform dropCacheDefeaters(Seq<PackageManager> managers);

  /** {@link Transforms#dropCacheDefeatingEnv}. */
  Transform dropCacheDefeatingEnv(Seq<PackageManager> managers);

  /** {@link Transforms#pythonCaching(PackageManager...)}. */
  PythonCaching pythonCaching(Seq<PackageManager> managers);

  /** {@link Transforms#stripCacheMounts}. */
  Transform stripCacheMounts();
}
