/**
 * The knowledge of Drydock: reads Dockerfiles as BuildKit does and RUN texts as the shell does, and holds the
 * built-in transforms. Exports nothing; the language finds it through {@link java.util.ServiceLoader}.
 */
@SuppressWarnings("requires-automatic")
module dev.drydock.impl {
  requires dev.drydock;
  requires static org.jspecify;

  provides dev.drydock.spi.Engine with
      dev.drydock.impl.DrydockEngine;
}
