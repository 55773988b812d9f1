package dev.drydock.caching;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.spi.CachingEngine;
import dev.drydock.spi.Engine;
import dev.drydock.transform.Transform;

/** Finds what answers the questions of this package: the engine, which must bring transforms for that. */
final class Knowledge {

  private Knowledge() {}

  /** The engine; the types are those of the language, which the seam cannot name. */
  @SuppressWarnings("unchecked")
  static CachingEngine<Dockerfile, ImageFacts, PackageManager, Transform, CachingTransform, PythonCaching> engine() {
    if (Engine.get() instanceof CachingEngine<?, ?, ?, ?, ?, ?> engine) {
      return (CachingEngine<Dockerfile, ImageFacts, PackageManager, Transform, CachingTransform, PythonCaching>) engine;
    }
    throw new IllegalStateException("The implementation of Drydock that was found reads Dockerfiles, but brings no transforms.");
  }
}
