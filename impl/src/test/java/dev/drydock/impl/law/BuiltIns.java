package dev.drydock.impl.law;

import static dev.drydock.caching.PackageManagers.APT;
import static dev.drydock.caching.PackageManagers.PIP;
import static dev.drydock.caching.PackageManagers.UV;

import dev.drydock.caching.CacheIds;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import dev.drydock.transform.Transform;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Every built-in transform by name, and the compositions that the documentation shows. */
final class BuiltIns {

  private static final PackageManager[] ALL = {APT, PIP, UV};

  private BuiltIns() {}

  static Map<String, Transform> all() {
    Map<String, Transform> all = new LinkedHashMap<>();
    all.put("addSyntax", Transforms.addSyntax());
    all.put("keepAptCache", Transforms.keepAptCache());
    all.put("mountCache", Transforms.mountCache(ALL));
    all.put("mountCache, lists only", Transforms.mountCache(APT.listsOnly()));
    all.put("mountCache, an id for each release and platform", mountCacheWithIds(APT, PIP, UV));
    all.put("dropCacheDefeaters", Transforms.dropCacheDefeaters(ALL));
    all.put("dropCacheDefeatingEnv", Transforms.dropCacheDefeatingEnv(ALL));
    all.put("repairCacheMounts", Transforms.repairCacheMounts());
    all.put("repairCacheMounts, an id for each release and platform", repairCacheMountsWithIds());
    all.put("uvLinkModeCopy", Transforms.uvLinkModeCopy());
    all.put("stripCacheMounts", Transforms.stripCacheMounts());
    all.put("pythonCaching", Transforms.pythonCaching());
    all.put("pythonCaching, without syntax", Transforms.pythonCaching().withoutSyntax());
    all.put("pythonCaching, an id for each release and platform", pythonCachingWithIds());
    all.put("the sequence of Docker's documentation", documented());
    all.put("the whole sequence", whole());
    all.put("mountCache of every package manager", Transforms.mountCache(known()));
    all.put("the main job of every package manager", Transforms.pythonCaching(known()));
    all.put("mounts and defeaters of every package manager", everything());
    return all;
  }

  /** With the policies that choose an id for each release and each platform. */
  static Transform mountCacheWithIds(PackageManager... managers) {
    return Transforms.mountCache(withIds(managers));
  }

  /** The main job with them. */
  static Transform pythonCachingWithIds() {
    return Transforms.pythonCaching(withIds(ALL));
  }

  /** The repair of every package manager's mounts with them. */
  static Transform repairCacheMountsWithIds() {
    return Transforms.repairCacheMounts(withIds(known()));
  }

  private static PackageManager[] withIds(PackageManager[] managers) {
    CacheIds ids = CacheIds.byRelease().and(CacheIds.byPlatform());
    return Arrays.stream(managers).map(manager -> manager.withIds(ids)).toArray(PackageManager[]::new);
  }

  /** What Docker's documentation shows. */
  static Transform documented() {
    return Transform.sequence(
        Transforms.addSyntax(), Transforms.keepAptCache(), Transforms.mountCache(ALL));
  }

  /** Every package manager that there is. */
  static PackageManager[] known() {
    return PackageManagers.ALL.toJavaArray(PackageManager[]::new);
  }

  /** Mounts for all of them, and nothing that defeats these. */
  static Transform everything() {
    return Transform.sequence(Transforms.mountCache(known()), Transforms.dropCacheDefeaters(known()));
  }

  /** The sequence that promises idempotence. */
  static Transform whole() {
    return Transform.sequence(
        Transforms.addSyntax(),
        Transforms.keepAptCache(),
        Transforms.mountCache(ALL),
        Transforms.dropCacheDefeaters(ALL));
  }
}
