/**
 * Generated Dockerfiles: realistic Python services with everything in them that has ever broken a build, and hostile
 * layout over it.
 *
 * <pre>
 * Dockerfile = Layout* (Service | Sequence | Broken)
 * Service    = head Stage+
 * Stage      = FROM (Hazard | download | construct of any kind)* | Ecosystem
 * Sequence   = construct of any kind*
 * Broken     = a Service with characters or lines of it gone, doubled or moved
 * </pre>
 *
 * <p>{@link dev.drydock.laws.generator.ConstructKinds} enumerates the kinds of construct from the sealed type, and
 * generation fails for a kind that has no generator.
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.laws.generator;
