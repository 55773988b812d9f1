package dev.drydock.cli;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.Transforms;
import dev.drydock.transform.Transform;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.function.Function;

/** The transforms of the catalogue by the names of their methods. */
final class NamedTransforms {

  private static final Map<String, Function<PackageManager[], Transform>> CATALOGUE =
      LinkedHashMap.of(
          "addSyntax", tools -> Transforms.addSyntax(),
          "keepAptCache", tools -> Transforms.keepAptCache(),
          "mountCache", Transforms::mountCache,
          "dropCacheDefeaters", Transforms::dropCacheDefeaters,
          "dropCacheDefeatingEnv", Transforms::dropCacheDefeatingEnv,
          "pythonCaching", Transforms::pythonCaching,
          "stripCacheMounts", tools -> Transforms.stripCacheMounts());

  private NamedTransforms() {}

  /** The names that there are. */
  static Seq<String> names() {
    return CATALOGUE.keySet().toList();
  }

  /** The transform of this name, for these package managers where it takes any. */
  static Option<Transform> named(String name, Seq<PackageManager> tools) {
    return CATALOGUE.get(name).map(make -> make.apply(tools.toJavaArray(PackageManager[]::new)));
  }
}
