package dev.drydock.caching;

import dev.drydock.given.Given;
import dev.drydock.transform.Transform;
import io.vavr.collection.HashMap;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The built-in transforms by the calls that give them. */
final class TransformNames {

  /** A name, package managers in parentheses, and variants, each a call without arguments. */
  private static final Pattern CALL = Pattern.compile("\\s*(\\w+)\\s*(?:\\(([^()]*)\\))?\\s*((?:\\.\\s*\\w+\\s*\\(\\s*\\)\\s*)*)");

  private static final Pattern VARIANT = Pattern.compile("\\w+");

  private static final Map<String, Function<PackageManager[], Transform>> OF_MANAGERS =
      LinkedHashMap.of(
          "mountCache", Transforms::mountCache,
          "dropCacheDefeaters", Transforms::dropCacheDefeaters,
          "dropCacheDefeatingEnv", Transforms::dropCacheDefeatingEnv,
          "pythonCaching", Transforms::pythonCaching,
          "repairCacheMounts", Transforms::repairCacheMounts);

  /** Those that are for some package managers where none is named. */
  private static final Map<String, Supplier<Transform>> STANDARD =
      HashMap.of("pythonCaching", Transforms::pythonCaching, "repairCacheMounts", Transforms::repairCacheMounts);

  private static final Map<String, Function<PackageManager[], Transform>> ALL =
      LinkedHashMap.<String, Function<PackageManager[], Transform>>of(
              "addSyntax", managers -> Transforms.addSyntax(),
              "keepAptCache", managers -> Transforms.keepAptCache())
          .merge(OF_MANAGERS)
          .put("uvLinkModeCopy", managers -> Transforms.uvLinkModeCopy())
          .put("stripCacheMounts", managers -> Transforms.stripCacheMounts());

  private static final Map<String, UnaryOperator<PythonCaching>> VARIANTS =
      LinkedHashMap.of(
          "withoutSyntax", PythonCaching::withoutSyntax,
          "withDocumentedAptConfiguration", PythonCaching::withDocumentedAptConfiguration,
          "withAptListsMounted", PythonCaching::withAptListsMounted);

  private TransformNames() {}

  static Vector<String> all() {
    return ALL.keySet().toVector();
  }

  static Transform of(String name, Vector<PackageManager> managers) {
    return of(Given.notNull(name, "name"), managers, name);
  }

  private static Transform of(String name, Vector<PackageManager> managers, String given) {
    return ALL.get(name)
        .getOrElseThrow(() -> Given.refused("name", "one of " + all().mkString(", "), given))
        .apply(managers.toJavaArray(PackageManager[]::new));
  }

  static Transform named(String call) {
    Matcher parts = CALL.matcher(Given.notNull(call, "name"));
    if (!parts.matches()) {
      throw Given.refused("name", "the call of a built-in transform, such as mountCache(apt,pip)", call);
    }
    Vector<PackageManager> managers = managers(parts.group(2) == null ? "" : parts.group(2), call);
    String name = parts.group(1);
    if (managers.nonEmpty() && ALL.containsKey(name) && !OF_MANAGERS.containsKey(name)) {
      throw Given.refused("name", name + "(), which takes no package managers", call);
    }
    Option<Supplier<Transform>> standard = managers.isEmpty() ? STANDARD.get(name) : Option.none();
    if (OF_MANAGERS.containsKey(name) && managers.isEmpty() && standard.isEmpty()) {
      throw Given.refused("name", name + "(…) with package managers, such as " + name + "(apt,pip)", call);
    }
    Transform transform = standard.map(Supplier::get).getOrElse(() -> of(name, managers, call));
    Matcher variants = VARIANT.matcher(parts.group(3));
    while (variants.find()) {
      transform = variant(transform, variants.group(), call);
    }
    return transform;
  }

  private static Vector<PackageManager> managers(String list, String call) {
    return Vector.ofAll(Arrays.stream(list.split(",", -1)))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .map(
            name ->
                PackageManagers.named(name)
                    .getOrElseThrow(
                        () ->
                            Given.refused(
                                "name",
                                "with package managers among "
                                    + PackageManagers.ALL.map(PackageManager::name).mkString(", "),
                                call)));
  }

  private static Transform variant(Transform transform, String variant, String call) {
    if (transform instanceof PythonCaching main && VARIANTS.containsKey(variant)) {
      return VARIANTS.get(variant).get().apply(main);
    }
    String variants = VARIANTS.keySet().map(name -> "." + name + "()").mkString(", ");
    throw Given.refused("name", "no variant but those of pythonCaching(…): " + variants, call);
  }
}
