package dev.drydock.cli.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Files that mount the same caches.
 *
 * @param bases what their last stages are built on
 * @param caches what they mount; none for all files that mount no cache
 */
record CacheGroup(List<String> bases, List<String> caches, List<FileCaches> files) {

  CacheGroup {
    bases = List.copyOf(bases);
    caches = List.copyOf(caches);
    files = List.copyOf(files);
  }

  /** The groups of files with the same caches on the same base, that with the most files first; at the end those without caches. */
  static List<CacheGroup> byBase(List<FileCaches> files) {
    return by(file -> List.of(file.base(), file.caches()), files);
  }

  /** The groups of files with the same caches, in the same order. */
  static List<CacheGroup> byCaches(List<FileCaches> files) {
    return by(FileCaches::caches, files);
  }

  private static List<CacheGroup> by(Function<FileCaches, List<?>> key, List<FileCaches> files) {
    Map<List<?>, List<FileCaches>> groups = new LinkedHashMap<>();
    files.forEach(file -> groups.computeIfAbsent(key.apply(file), any -> new ArrayList<>()).add(file));
    return groups.values().stream()
        .map(CacheGroup::of)
        .sorted(
            Comparator.comparing((CacheGroup group) -> group.caches().isEmpty())
                .thenComparing(Comparator.comparing((CacheGroup group) -> group.files().size()).reversed()))
        .toList();
  }

  /** Some files as one group, with all that any of them mounts. */
  static CacheGroup of(List<FileCaches> files) {
    return new CacheGroup(
        files.stream().map(FileCaches::base).distinct().toList(),
        files.stream().flatMap(file -> file.caches().stream()).distinct().sorted().toList(),
        files);
  }

  /** How many files mount each cache, that with the most files first. */
  static Map<String, Integer> filesByCache(List<FileCaches> files) {
    Map<String, Integer> counts = new TreeMap<>();
    files.forEach(file -> file.caches().forEach(cache -> counts.merge(cache, 1, Integer::sum)));
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(each -> sorted.put(each.getKey(), each.getValue()));
    return sorted;
  }

  /** {@code on debian bookworm}. */
  String where() {
    return caches.isEmpty() ? "without a cache" : "on " + (bases.size() == 1 ? bases.get(0) : bases.size() + " bases");
  }

  /** {@code 3 files on debian bookworm}. */
  String title() {
    return Count.of(files.size(), "file") + " " + where();
  }
}
