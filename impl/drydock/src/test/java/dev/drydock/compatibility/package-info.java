/**
 * What may not change without being said: the surface that users compile and link against, and what Drydock does where
 * nothing else is asked for.
 *
 * <p>{@code src/test/resources/surface} of this module, which stands for all that is published, holds both as version 0.1.0 has them. {@code docs/compatibility.md} says
 * what users may rely on.
 *
 * <p>Data model: a {@link dev.drydock.compatibility.Surface} is lines of {@code key, linked, compiled}; comparing
 * two gives a list of {@link dev.drydock.compatibility.Break}s, each of one {@code Kind}.
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.compatibility;
