package dev.drydock.spi;

import io.vavr.collection.Seq;

/**
 * What the catalogue of transforms asks of the knowledge: the built-in transforms, and what is known of an image. The
 * engine implements it too. Stateless and thread-safe.
 *
 * <p>This package is below those of the language, so that it cannot name their types: they are its parameters, and
 * {@code dev.drydock.caching.Knowledge} says which they are.
 *
 * @param <F> a file
 * @param <I> what is known of the image that a file builds
 * @param <M> a package manager
 * @param <T> a transform
 * @param <C> a transform that goes by what programs do
 * @param <P> the transform that is the main job
 */
public interface CachingEngine<F, I, M, T, C extends T, P extends C> {

  /** What is known of the image that a file builds. */
  I imageFacts(F file);

  T addSyntax();

  C keepAptCache();

  C mountCache(Seq<M> managers);

  C dropCacheDefeaters(Seq<M> managers);

  T dropCacheDefeatingEnv(Seq<M> managers);

  P pythonCaching(Seq<M> managers);

  C repairCacheMounts(Seq<M> managers);

  T uvLinkModeCopy();

  T stripCacheMounts();
}
