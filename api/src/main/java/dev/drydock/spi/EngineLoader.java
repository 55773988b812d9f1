package dev.drydock.spi;

import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds the engine once and keeps it; a failure is not kept, so that a later call may succeed. */
final class EngineLoader {

  private static volatile @Nullable Engine engine;

  private EngineLoader() {}

  static Engine engine() {
    Engine found = engine;
    if (found == null) {
      found =
          ServiceLoader.load(Engine.class, Engine.class.getClassLoader())
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalStateException(
                          "No implementation of Drydock was found: put drydock-impl"
                              + " (module dev.drydock.impl) beside drydock-api on the class path or module path."));
      engine = found;
    }
    return found;
  }
}
