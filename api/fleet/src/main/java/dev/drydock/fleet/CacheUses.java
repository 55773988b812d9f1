package dev.drydock.fleet;

import dev.drydock.caching.Distribution;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Stage;
import dev.drydock.transform.Rewrite;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Counts which files mount which cache, on which distribution, over all files that are looked at together. */
public final class CacheUses {

  private final Map<String, Map<Option<Distribution>, SharedCache.Use>> uses = new LinkedHashMap<>();
  private final Map<String, Integer> files = new LinkedHashMap<>();
  private final Set<String> ofDistribution = new HashSet<>();

  private final boolean written;

  /** Nothing counted yet; places are lines of the files as they were. */
  public CacheUses() {
    this(false);
  }

  /** Nothing counted yet; places are lines of the files after the rewrite where these are written. */
  public CacheUses(boolean written) {
    this.written = written;
  }

  /** Takes in a file as it is after the rewrite. */
  public void add(FleetFile file, Rewrite rewrite) {
    Objects.requireNonNull(file, "file");
    Map<String, Set<Option<Distribution>>> counted = new HashMap<>();
    for (Stage stage : rewrite.after().stages()) {
      Option<Distribution> base = Distribution.of(stage.rootImage());
      for (Run run : stage.instructions().filter(Run.class::isInstance).map(Run.class::cast)) {
        for (CacheMount cache : caches(run)) {
          Option<String> id = SharedCache.idOf(cache);
          if (id.isDefined() && counted.computeIfAbsent(id.get(), any -> new HashSet<>()).add(base)) {
            add(id.get(), cache, base, file, rewrite, run);
          }
        }
      }
    }
    counted.keySet().forEach(id -> files.merge(id, 1, Integer::sum));
  }

  private void add(String id, CacheMount cache, Option<Distribution> base, FleetFile file, Rewrite rewrite, Run run) {
    if (id.indexOf('$') < 0 && CacheOwners.of(cache, rewrite.after().scope(run)).exists(PackageManager::cachesFitOneDistribution)) {
      ofDistribution.add(id);
    }
    Map<Option<Distribution>, SharedCache.Use> known = uses.computeIfAbsent(id, any -> new LinkedHashMap<>());
    SharedCache.Use use = known.get(base);
    known.put(base, use == null ? first(id, base, file, rewrite, run) : one(use));
  }

  private SharedCache.Use first(String id, Option<Distribution> base, FleetFile file, Rewrite rewrite, Run run) {
    Option<Construct> origin = rewrite.origin(run);
    boolean standing = origin.exists(it -> it instanceof Run was && caches(was).exists(mount -> SharedCache.idOf(mount).contains(id)));
    int line = written ? rewrite.after().line(run) : origin.map(rewrite.before()::line).getOrElse(1);
    return new SharedCache.Use(base, 1, new Place(file, line), standing);
  }

  private static Seq<CacheMount> caches(Run run) {
    return run.mounts().filter(CacheMount.class::isInstance).map(CacheMount.class::cast);
  }

  private static SharedCache.Use one(SharedCache.Use use) {
    return new SharedCache.Use(use.distribution(), use.files() + 1, use.first(), use.standing());
  }

  /** The caches, that with the most files first. */
  public Seq<SharedCache> caches() {
    java.util.List<SharedCache> caches = new java.util.ArrayList<>();
    uses.forEach(
        (id, known) ->
            caches.add(
                new SharedCache(
                    id,
                    files.getOrDefault(id, 0),
                    List.ofAll(known.values()).sorted(Comparator.comparing(SharedCache.Use::files).reversed()),
                    ofDistribution.contains(id))));
    return List.ofAll(caches).sorted(Comparator.comparing(SharedCache::files).reversed());
  }
}
