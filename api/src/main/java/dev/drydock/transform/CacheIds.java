package dev.drydock.transform;

import dev.drydock.dockerfile.Stage;
import io.vavr.control.Option;

/**
 * Chooses the {@code id} of a cache mount. Without one BuildKit takes the target, so that all Dockerfiles that mount
 * the same path share a cache.
 */
@FunctionalInterface
public interface CacheIds {

  /** The id of the cache at a target in a stage; none for BuildKit's own. */
  Option<String> id(String target, Stage stage);

  /** BuildKit's own: the target. */
  static CacheIds byTarget() {
    return (target, stage) -> Option.none();
  }

  /** The target behind a literal prefix, for builders that demand one or to keep teams apart. */
  static CacheIds prefixed(String prefix) {
    return (target, stage) -> Option.some(prefix + target);
  }
}
