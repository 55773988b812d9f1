package dev.drydock.fleet;

import dev.drydock.caching.ImageFacts;
import dev.drydock.caching.InstalledPackage;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.transform.Rewrite;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts which files ask for which package, over all files that are looked at together. What a file of requirements
 * names is not counted: it does not lie in the Dockerfile. Files may be added by several threads at once.
 */
public final class PackageRequests implements FleetVisitor {

  private final Map<PackageManager, Map<String, Integer>> files = new HashMap<>();

  /** Nothing counted yet. */
  public PackageRequests() {}

  /** Takes in the file as it was before the rewrite: its facts are read on the thread that made the rewrite. */
  @Override
  public void prepare(FleetFile file, Rewrite rewrite) {
    ImageFacts facts = ImageFacts.of(rewrite.before());
    for (PackageManager manager : PackageManagers.ALL) {
      Seq<String> names = facts.installs(manager).map(InstalledPackage::name).distinct();
      if (names.nonEmpty()) {
        add(manager, names);
      }
    }
  }

  private synchronized void add(PackageManager manager, Seq<String> names) {
    Map<String, Integer> known = files.computeIfAbsent(manager, any -> new HashMap<>());
    names.forEach(name -> known.merge(name, 1, Integer::sum));
  }

  /** There is nothing left to do. */
  @Override
  public void rewrite(FleetFile file, Rewrite rewrite) {}

  /** By package manager, that of which the most packages are asked for more than once first. */
  public synchronized Seq<RequestedPackages> packages() {
    return PackageManagers.ALL
        .filter(files::containsKey)
        .map(manager -> requested(manager, files.getOrDefault(manager, Map.of())))
        .sorted(Comparator.comparing((RequestedPackages each) -> each.repeated().size()).reversed());
  }

  private static RequestedPackages requested(PackageManager manager, Map<String, Integer> known) {
    return new RequestedPackages(manager, known.size(), repeated(known));
  }

  private static Seq<RequestedPackages.Request> repeated(Map<String, Integer> known) {
    return List.ofAll(known.entrySet())
        .filter(each -> each.getValue() > 1)
        .map(each -> new RequestedPackages.Request(each.getKey(), each.getValue()))
        .sorted(Comparator.comparing(RequestedPackages.Request::files).reversed().thenComparing(RequestedPackages.Request::name));
  }
}
