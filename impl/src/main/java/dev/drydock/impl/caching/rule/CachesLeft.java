package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Which of the RUNs so far leave which caches in the image. Few files ask, so that nothing is looked for until somebody
 * does; then each RUN is looked at once.
 */
final class CachesLeft {

  static final CachesLeft NONE = new CachesLeft(null, null, Vector::empty);

  private final @Nullable CachesLeft before;
  private final @Nullable RunFacts run;
  private final Supplier<Vector<String>> paths;

  /** By path the RUNs that leave it, in order. */
  private @Nullable Map<String, Vector<RunFacts>> known;

  private CachesLeft(@Nullable CachesLeft before, @Nullable RunFacts run, Supplier<Vector<String>> paths) {
    this.before = before;
    this.run = run;
    this.paths = paths;
  }

  /** With a RUN after these, and the paths of the caches that it leaves. */
  CachesLeft and(RunFacts next, Supplier<Vector<String>> left) {
    return new CachesLeft(this, next, left);
  }

  /** The last RUN before this one in its lineage that leaves a cache at, in or above the directory. */
  Option<RunFacts> last(String directory, RunFacts asking) {
    return byPath()
        .filterKeys(path -> Paths.within(path, directory) || Paths.within(directory, path))
        .values()
        .flatMap(runs -> runs.findLast(other -> other.order() < asking.order() && asking.follows(other.stage())))
        .maxBy(RunFacts::order);
  }

  private Map<String, Vector<RunFacts>> byPath() {
    Deque<CachesLeft> unknown = new ArrayDeque<>();
    Map<String, Vector<RunFacts>> all = HashMap.empty();
    for (CachesLeft at = this; at != null; at = at.before) {
      if (at.known != null) {
        all = at.known;
        break;
      }
      unknown.push(at);
    }
    for (CachesLeft at : unknown) {
      RunFacts leaving = at.run;
      if (leaving != null) {
        for (String path : at.paths.get()) {
          all = all.put(path, all.getOrElse(path, Vector.empty()).append(leaving));
        }
      }
      at.known = all;
    }
    return all;
  }
}
