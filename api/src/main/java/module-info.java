/**
 * The language of Drydock: Dockerfiles as immutable values, and the algebra of transforms over them.
 *
 * <p>This module holds values and combinators only; what reads Dockerfiles and shell text, and the
 * built-in transforms, is found at run time as an implementation of {@code dev.drydock.spi.Engine}.
 */
@SuppressWarnings({"module", "requires-automatic"})
module dev.drydock {
  requires transitive io.vavr;
  requires transitive org.jspecify;
  requires static org.immutables.value;

  exports dev.drydock.caching;
  exports dev.drydock.dockerfile;
  exports dev.drydock.shell;
  exports dev.drydock.text;
  exports dev.drydock.transform;
  exports dev.drydock.spi to
      dev.drydock.impl;

  uses dev.drydock.spi.Engine;
}
