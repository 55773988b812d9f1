/**
 * What may not change without being said: the surface that users compile and link against, and what Drydock does where
 * nothing else is asked for.
 *
 * <p>{@code impl/src/test/resources/surface} holds both as version 0.1.0 has them. {@code docs/compatibility.md} says
 * what users may rely on.
 *
 * <p>Data model: a {@link dev.drydock.impl.compatibility.Surface} is lines of {@code key, linked, compiled}; comparing
 * two gives a list of {@link dev.drydock.impl.compatibility.Break}s, each of one {@code Kind}.
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.impl.compatibility;
