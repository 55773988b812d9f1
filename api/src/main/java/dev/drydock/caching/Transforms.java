package dev.drydock.caching;

import dev.drydock.given.Given;
import dev.drydock.transform.Transform;
import io.vavr.collection.Vector;

/** The catalogue of built-in transforms. All are idempotent and reversible, and leave alone what they cannot judge. */
public final class Transforms {

  private Transforms() {}

  /** {@code # syntax=docker/dockerfile:1} as first line, unless a frontend that knows cache mounts is chosen already. */
  public static Transform addSyntax() {
    return Knowledge.engine().addSyntax();
  }

  /** Makes apt keep the archives it downloads, before the first RUN of each lineage of stages that uses apt. */
  public static CachingTransform keepAptCache() {
    return Knowledge.engine().keepAptCache();
  }

  /** Mounts the cache directories of these on every RUN that downloads with them, and on no other. */
  public static CachingTransform mountCache(PackageManager... managers) {
    Given.noneNull(managers, "managers");
    return Knowledge.engine().mountCache(Vector.of(managers));
  }

  /** Removes what keeps a mounted cache from being used or empties it, where the cache is known to be used. */
  public static CachingTransform dropCacheDefeaters(PackageManager... managers) {
    Given.noneNull(managers, "managers");
    return Knowledge.engine().dropCacheDefeaters(Vector.of(managers));
  }

  /** Removes variables that switch a mounted cache off from ENV and ARG: a change of the image's configuration. */
  public static Transform dropCacheDefeatingEnv(PackageManager... managers) {
    Given.noneNull(managers, "managers");
    return Knowledge.engine().dropCacheDefeatingEnv(Vector.of(managers));
  }

  /** The main job for apt, pip and uv: a package is downloaded once, the image stays the same, no build breaks. */
  public static PythonCaching pythonCaching() {
    return pythonCaching(PackageManagers.APT, PackageManagers.PIP, PackageManagers.UV);
  }

  /** The main job for some of apt, pip and uv. */
  public static PythonCaching pythonCaching(PackageManager... managers) {
    Given.noneNull(managers, "managers");
    return Knowledge.engine().pythonCaching(Vector.of(managers));
  }

  /**
   * Repairs the cache mounts that a file has, of all known package managers: where BuildKit or the package manager would not
   * use them as they are written, or builds would disturb each other. Notes say what was wrong, and what was left.
   */
  public static CachingTransform repairCacheMounts() {
    return repairCacheMounts(PackageManagers.ALL.toJavaArray(PackageManager[]::new));
  }

  /** The same for the mounts of these. A mount without an id gets the one that their {@link CacheIds} choose. */
  public static CachingTransform repairCacheMounts(PackageManager... managers) {
    Given.noneNull(managers, "managers");
    return Knowledge.engine().repairCacheMounts(Vector.of(managers));
  }

  /**
   * {@code UV_LINK_MODE=copy} for uv's commands in a RUN that has uv's cache mounted. uv cannot link files from a mount into
   * the image, and warns of that before it copies them.
   */
  public static Transform uvLinkModeCopy() {
    return Knowledge.engine().uvLinkModeCopy();
  }

  /** Takes cache mounts out again, for builders that refuse or ignore them. */
  public static Transform stripCacheMounts() {
    return Knowledge.engine().stripCacheMounts();
  }

  /**
   * The built-in transform of this name, which is the call that gives it: {@code mountCache(apt,pip)}, {@code
   * pythonCaching(pip).withoutSyntax()}, {@code addSyntax()}. Package managers are those of {@link PackageManagers}.
   *
   * @throws IllegalArgumentException where there is none: the message lists what there is
   */
  public static Transform named(String name) {
    return TransformNames.named(name);
  }

  /**
   * The built-in transform of this method's name, for these package managers where it takes any.
   *
   * @param name one of {@link #names}, such as {@code mountCache}
   * @throws IllegalArgumentException where there is none: the message lists what there is
   */
  public static Transform named(String name, PackageManager... managers) {
    Given.noneNull(managers, "managers");
    return TransformNames.of(name, Vector.of(managers));
  }

  /** The names of the methods that give built-in transforms. */
  public static Vector<String> names() {
    return TransformNames.all();
  }
}
