package dev.drydock.caching;

import dev.drydock.given.Given;
import dev.drydock.dockerfile.Stage;
import io.vavr.control.Option;
import java.io.Serializable;

/**
 * Chooses the {@code id} of a cache mount. Without one BuildKit takes the target, so that all Dockerfiles that mount
 * the same path share a cache.
 *
 * <p>Which one:
 *
 * <ul>
 *   <li>{@link #byTarget} where all services are built on one release and for one platform: nothing more to read;
 *   <li>{@link #byRelease} where they are built on several: apt deletes the lists of another release, and trusts an
 *       archive by its name and size;
 *   <li>{@link #byPlatform} where one builder builds for several platforms;
 *   <li>{@link #explicit} for builders that demand an id;
 *   <li>{@link #prefixed} for builders that demand a prefix, or to keep teams apart.
 * </ul>
 *
 * <p>They go together, the first outermost: {@code byRelease().and(byPlatform())} gives {@code
 * debian-bookworm/$TARGETARCH$TARGETVARIANT/var/cache/apt}. Any function of target and stage is a policy too. What it
 * gives must be a {@link CacheId}; a variable in it must have a value where the mount stands, and {@code
 * mountCache} sees to that or mounts nothing.
 */
@FunctionalInterface
public interface CacheIds extends Serializable {

  /** The id of the cache at a target in a stage; none for BuildKit's own. */
  Option<String> id(String target, Stage stage);

  /** BuildKit's own: the target. The unit of {@link #and}. */
  static CacheIds byTarget() {
    return StandardIds.BY_TARGET;
  }

  /** The target, said: the cache is the one that {@link #byTarget} gives, for builders that demand an id. */
  static CacheIds explicit() {
    return StandardIds.EXPLICIT;
  }

  /**
   * The target behind a literal prefix, for builders that demand one or to keep teams apart. Railway demands {@code
   * s/<service id>-}, without variables (its documentation, "Dockerfiles", "Cache mounts").
   *
   * @throws IllegalArgumentException where the prefix cannot stand in an id
   */
  static CacheIds prefixed(String prefix) {
    Given.notNull(prefix, "prefix");
    return new PrefixedIds(new CacheId(prefix).text());
  }

  /**
   * A cache for each release of a distribution: {@code debian-bookworm/var/cache/apt}.
   *
   * <p>Where name and tag leave the release open ({@code python:3.12-slim}, which moves from one to the next), a cache
   * for each image reference: {@code python:3.12-slim/var/cache/apt}. Two references may be the same release and not
   * share; two releases never share, but for a tag that moves while the cache lives.
   *
   * <p>Where a build argument chooses the image, the same by its default, behind {@code by-argument/}, so that no build
   * with another value meets the cache of a release that is known. Builds of such files with different values do share,
   * which the file cannot tell; give those an id of their own. A release that is written out beside the argument, as in
   * {@code python:${VERSION}-slim-bookworm}, is known. Without a default the id names the argument itself, which the
   * stage must then declare.
   */
  static CacheIds byRelease() {
    return StandardIds.BY_RELEASE;
  }

  /**
   * A cache for each platform: {@code $TARGETARCH$TARGETVARIANT/var/cache/apt}, of which {@code mountCache} declares the
   * arguments in the stage. The variant tells {@code arm/v5} from {@code arm/v7}, which are two architectures to Debian.
   *
   * <p>Where the lineage begins with {@code FROM --platform=}, it is that platform's: {@code $BUILDARCH$BUILDVARIANT} for
   * {@code $BUILDPLATFORM}, {@code arm64} for {@code linux/arm64}. An image that exists for one platform only is built
   * on with that platform whatever was asked for, and is not told apart.
   */
  static CacheIds byPlatform() {
    return StandardIds.BY_PLATFORM;
  }

  /** This one around another: the other's id in the place of the target. */
  default CacheIds and(CacheIds inner) {
    Given.notNull(inner, "inner");
    return new NestedIds(this, inner);
  }
}
