package dev.drydock.fleet;

import dev.drydock.caching.ImageFacts;
import dev.drydock.caching.InstalledPackage;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.Dockerfile;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts which files ask for which package, over all files that are looked at together. What a file of requirements
 * names is not counted: it does not lie in the Dockerfile.
 */
public final class PackageRequests {

  private final Map<PackageManager, Map<String, Integer>> files = new LinkedHashMap<>();

  /** Nothing counted yet. */
  public PackageRequests() {}

  /** Takes in a file. */
  public void add(Dockerfile file) {
    ImageFacts facts = ImageFacts.of(file);
    for (PackageManager manager : PackageManagers.ALL) {
      Seq<String> names = facts.installs(manager).map(InstalledPackage::name).distinct();
      if (names.nonEmpty()) {
        Map<String, Integer> known = files.computeIfAbsent(manager, any -> new LinkedHashMap<>());
        names.forEach(name -> known.merge(name, 1, Integer::sum));
      }
    }
  }

  /** By package manager, that of which the most packages are asked for more than once first. */
  public Seq<RequestedPackages> packages() {
    java.util.List<RequestedPackages> all = new java.util.ArrayList<>();
    files.forEach((manager, known) -> all.add(new RequestedPackages(manager, known.size(), repeated(known))));
    return List.ofAll(all).sorted(Comparator.comparing((RequestedPackages each) -> each.repeated().size()).reversed());
  }

  private static Seq<RequestedPackages.Request> repeated(Map<String, Integer> known) {
    return List.ofAll(known.entrySet())
        .filter(each -> each.getValue() > 1)
        .map(each -> new RequestedPackages.Request(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(RequestedPackages.Request::files).reversed().thenComparing(RequestedPackages.Request::name));
  }
}
