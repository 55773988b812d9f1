/**
 * Looks at what a caller gives, and refuses what cannot stand: by the name of the parameter, with what is allowed, why,
 * and what was given. Not exported.
 *
 * <pre>
 * target: an absolute path, such as /root/.cache/pip, since the cache would move with WORKDIR; given: "cache"
 * </pre>
 */
@org.jspecify.annotations.NullMarked
package dev.drydock.given;
