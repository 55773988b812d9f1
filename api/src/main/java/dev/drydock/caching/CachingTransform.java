package dev.drydock.caching;

import dev.drydock.transform.Transform;

/** A built-in transform that goes by what programs do, and can be told of more of them. */
public interface CachingTransform extends Transform {

  /** The same, where these programs are known too; what they say of a call is what counts. */
  CachingTransform knowing(KnownPrograms programs);
}
