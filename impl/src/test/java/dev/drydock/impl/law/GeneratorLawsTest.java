package dev.drydock.impl.law;

import dev.drydock.caching.PackageManagers;
import dev.drydock.caching.Transforms;
import dev.drydock.impl.caching.RuleFiles;
import dev.drydock.laws.GeneratorLaws;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The generator reaches every kind of construct and every rule of the built-in transforms. */
class GeneratorLawsTest implements GeneratorLaws {

  @Override
  public Seq<Transform> transforms() {
    return Vector.of(
        Transforms.pythonCaching(),
        BuiltIns.whole(),
        BuiltIns.pythonCachingWithIds(),
        Transforms.mountCache(PackageManagers.APT),
        Transforms.dropCacheDefeatingEnv(PackageManagers.PIP, PackageManagers.UV),
        Transforms.repairCacheMounts(),
        BuiltIns.repairCacheMountsWithIds(),
        Transforms.uvLinkModeCopy(),
        Transforms.stripCacheMounts(),
        Transforms.mountCache(BuiltIns.known()));
  }

  @Override
  public Set<String> ruleIds() {
    Stream<String> ofEach = PackageManagers.ALL.map(manager -> "mount-cache/" + manager.name() + "/mounted").toJavaStream();
    return Stream.concat(ofEach, RuleFiles.byId().keySet().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
