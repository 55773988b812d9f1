package dev.drydock.caching;

import dev.drydock.transform.Transform;

/** The main job, with its variants. */
public interface PythonCaching extends CachingTransform {

  @Override
  PythonCaching knowing(KnownPrograms programs);

  /** The same without a syntax directive, for builders that cannot pull a frontend. */
  Transform withoutSyntax();
}
