package dev.drydock.benchmarks.freeze;

import dev.drydock.caching.CacheIds;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.transform.Transform;
import dev.drydock.caching.Transforms;
import io.vavr.collection.Vector;
import java.util.LinkedHashMap;
import java.util.Map;

/** The transforms whose outcomes are frozen, by name: every built-in one alone, and those that are used together. */
final class FrozenTransforms {

  private FrozenTransforms() {}

  /** All of them; the names stay as they are, since files of earlier runs hold them. */
  static Map<String, Transform> all() {
    PackageManager apt = PackageManagers.APT;
    PackageManager pip = PackageManagers.PIP;
    PackageManager uv = PackageManagers.UV;
    PackageManager[] all = PackageManagers.ALL.toJavaArray(PackageManager[]::new);
    Map<String, Transform> transforms = new LinkedHashMap<>();

    transforms.put("addSyntax", Transforms.addSyntax());
    transforms.put("keepAptCache", Transforms.keepAptCache());
    for (PackageManager manager : all) {
      transforms.put("mountCache(" + manager.name() + ")", Transforms.mountCache(manager));
    }
    transforms.put("mountCache(all)", Transforms.mountCache(all));
    transforms.put("mountCache(apt listsOnly)", Transforms.mountCache(apt.listsOnly()));
    transforms.put("mountCache(apt pip uv byRelease)", mountCache(CacheIds.byRelease(), apt, pip, uv));
    transforms.put("mountCache(apt pip uv byPlatform)", mountCache(CacheIds.byPlatform(), apt, pip, uv));
    transforms.put(
        "mountCache(apt pip uv byRelease byPlatform)",
        mountCache(CacheIds.byRelease().and(CacheIds.byPlatform()), apt, pip, uv));
    transforms.put("dropCacheDefeaters(all)", Transforms.dropCacheDefeaters(all));
    transforms.put("dropCacheDefeatingEnv(all)", Transforms.dropCacheDefeatingEnv(all));
    transforms.put("repairCacheMounts", Transforms.repairCacheMounts());
    transforms.put("uvLinkModeCopy", Transforms.uvLinkModeCopy());
    transforms.put("stripCacheMounts", Transforms.stripCacheMounts());
    transforms.put("pythonCaching", Transforms.pythonCaching());
    transforms.put("pythonCaching withoutSyntax", Transforms.pythonCaching().withoutSyntax());
    transforms.put("pythonCaching(pip)", Transforms.pythonCaching(pip));

    transforms.put(
        "addSyntax keepAptCache mountCache(apt pip uv) dropCacheDefeaters",
        Transform.sequence(
            Transforms.addSyntax(),
            Transforms.keepAptCache(),
            Transforms.mountCache(apt, pip, uv),
            Transforms.dropCacheDefeaters(apt, pip, uv)));
    transforms.put(
        "mountCache(all) dropCacheDefeaters(all)",
        Transforms.mountCache(all).andThen(Transforms.dropCacheDefeaters(all)));
    transforms.put(
        "mountCache(all) dropCacheDefeatingEnv(all)",
        Transforms.mountCache(all).andThen(Transforms.dropCacheDefeatingEnv(all)));
    transforms.put(
        "pythonCaching stripCacheMounts", Transforms.pythonCaching().andThen(Transforms.stripCacheMounts()));
    return transforms;
  }

  private static Transform mountCache(CacheIds ids, PackageManager... managers) {
    return Transforms.mountCache(
        Vector.of(managers).map(manager -> manager.withIds(ids)).toJavaArray(PackageManager[]::new));
  }
}
