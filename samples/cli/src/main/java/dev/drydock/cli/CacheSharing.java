package dev.drydock.cli;

import dev.drydock.caching.Distribution;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Stage;
import dev.drydock.transform.Rewrite;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which RUNs share a cache whose content is of one distribution, over all files that are looked at together: those of
 * its own package manager, below {@code /var}, and those of pip and uv, which keep what they compiled against its libraries.
 */
final class CacheSharing {

  private record Use(Distribution distribution, CacheConflict.Place at) {}

  /** For each cache id, the first use on each distribution. */
  private final Map<String, List<Use>> uses = new LinkedHashMap<>();

  /** Takes in the file as it will be. */
  void add(Subject subject, Rewrite rewrite) {
    Dockerfile after = rewrite.after();
    if (!after.text().contains("type=cache")) {
      return;
    }
    for (Stage stage : after.stages()) {
      Option<Distribution> base = Distribution.of(stage.rootImage());
      for (Instruction instruction : stage.instructions()) {
        if (base.isDefined() && instruction instanceof Run run) {
          for (Mount mount : run.mounts()) {
            if (mount instanceof CacheMount cache && isOfDistribution(cache)) {
              add(id(cache), base.get(), subject, rewrite, run);
            }
          }
        }
      }
    }
  }

  private void add(String id, Distribution base, Subject subject, Rewrite rewrite, Run run) {
    List<Use> known = uses.computeIfAbsent(id, any -> new ArrayList<>());
    if (known.stream().noneMatch(use -> use.distribution().equals(base))) {
      known.add(new Use(base, new CacheConflict.Place(subject.name(), OriginalLine.of(rewrite, run))));
    }
  }

  private static boolean isOfDistribution(CacheMount mount) {
    String target = mount.target().getOrElse("");
    return (target.startsWith("/var/") || isOfPython(target)) && id(mount).indexOf('$') < 0;
  }

  /** Whether it is a cache of pip's or uv's, by its usual name. */
  private static boolean isOfPython(String path) {
    return path.endsWith("/pip") || path.endsWith("/uv");
  }

  /** What BuildKit knows the cache by: its id, or its cleaned target. */
  private static String id(CacheMount mount) {
    return mount.id().getOrElse(() -> Path.of(mount.target().getOrElse("/")).normalize().toString());
  }

  /** The caches that are shared by distributions known to be different, one conflict for each two RUNs. */
  List<CacheConflict> conflicts() {
    Map<List<Use>, List<String>> shared = new LinkedHashMap<>();
    uses.forEach(
        (id, known) -> {
          Use first = known.get(0);
          known.stream()
              .filter(use -> use.distribution().differsFrom(first.distribution()))
              .forEach(use -> shared.computeIfAbsent(List.of(first, use), any -> new ArrayList<>()).add(id));
        });
    List<CacheConflict> conflicts = new ArrayList<>();
    shared.forEach((pair, ids) -> conflicts.add(conflict(ids, pair.get(1), pair.get(0))));
    return conflicts;
  }

  private static CacheConflict conflict(List<String> ids, Use use, Use first) {
    return new CacheConflict(
        use.at(),
        String.join(" and ", ids) + ": shared with " + first.at() + ", but this is built on " + use.distribution()
            + " and that on " + first.distribution()
            + "; give the mounts of one of them an id of its own (id=…, or --ids release for all), or "
            + (ids.stream().allMatch(CacheSharing::isOfPython)
                ? "packages that are compiled in one are installed into the other"
                : "each deletes and trusts the other's files"));
  }
}
