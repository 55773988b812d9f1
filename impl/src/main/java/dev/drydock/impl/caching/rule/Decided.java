package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.Occurrences;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.caching.PackageManager;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Supplier;

/**
 * What was decided for the RUNs of a file so far, as far as rules ask about it. Each decision makes a new one.
 *
 * @param defeaters whether what removes or empties a mounted cache goes together with the mount
 * @param listsMounted the RUNs whose lists lie in a mount from now on, by their place in the order
 * @param cacheLeft by package manager the RUNs whose downloads stay in the image, in order
 * @param steps by directory the steps that make it or something in it
 * @param mounted by path of another user's cache the RUNs that mount it
 * @param left the RUNs that leave caches in the image
 * @param unmounted which of the RUNs have which directories in no mount
 * @param aptSteps the steps that make apt keep its archives
 */
public record Decided(
    Defeaters defeaters,
    Set<Integer> listsMounted,
    Map<String, Vector<RunFacts>> cacheLeft,
    Map<String, Vector<Step>> steps,
    Map<String, Vector<RunFacts>> mounted,
    CachesLeft left,
    UnmountedRuns unmounted,
    AptSteps aptSteps) {

  /** What becomes of commands that would empty or remove a mounted cache. */
  public enum Defeaters {
    STAY,
    GO
  }

  /** A step right before a RUN, by its user, that makes a directory. */
  public record Step(RunFacts run, String path) {}

  /** Nothing yet. */
  public static Decided nothing(Defeaters defeaters, AptSteps aptSteps) {
    return new Decided(
        defeaters, HashSet.empty(), HashMap.empty(), HashMap.empty(), HashMap.empty(), CachesLeft.NONE, UnmountedRuns.nothing(), aptSteps);
  }

  public boolean defeatersGo() {
    return defeaters == Defeaters.GO;
  }

  /** Whether it was decided that apt's lists of this RUN lie in a mount. */
  public boolean mountsLists(RunFacts run) {
    return listsMounted.contains(run.order());
  }

  public Decided mountingLists(RunFacts run) {
    return new Decided(defeaters, listsMounted.add(run.order()), cacheLeft, steps, mounted, left, unmounted, aptSteps);
  }

  /** The last RUN before this one in its lineage for which it was decided that what it downloads stays in the image. */
  public Option<RunFacts> lastLeavingCache(PackageManager manager, RunFacts run) {
    return cacheLeft
        .getOrElse(manager.name(), Vector.empty())
        .findLast(other -> other.order() < run.order() && run.follows(other.stage()));
  }

  public Decided leavingCache(PackageManager manager, RunFacts run) {
    Vector<RunFacts> known = cacheLeft.getOrElse(manager.name(), Vector.empty());
    return new Decided(defeaters, listsMounted, cacheLeft.put(manager.name(), known.append(run)), steps, mounted, left, unmounted, aptSteps);
  }

  /** The steps so far that make a directory or something in it. */
  public Vector<Step> stepsWithin(String directory) {
    return steps.getOrElse(directory, Vector.empty());
  }

  public Decided withStep(RunFacts run, String path) {
    Step step = new Step(run, path);
    Map<String, Vector<Step>> all = steps;
    for (String at = path; at.length() > 1; at = Paths.parent(at)) {
      all = all.put(at, all.getOrElse(at, Vector.empty()).append(step));
    }
    return new Decided(defeaters, listsMounted, cacheLeft, all, mounted, left, unmounted, aptSteps);
  }

  /** The RUNs so far that mount this cache of a user other than root, in order. */
  public Vector<RunFacts> mounting(String path) {
    return mounted.getOrElse(path, Vector.empty());
  }

  public Decided mounting(String path, RunFacts run) {
    return new Decided(defeaters, listsMounted, cacheLeft, steps, mounted.put(path, mounting(path).append(run)), left, unmounted, aptSteps);
  }

  /** The last RUN before this one in its lineage that leaves a cache at, in or above the directory in the image. */
  Option<RunFacts> lastLeaving(String directory, RunFacts run) {
    return left.last(directory, run);
  }

  /** With a RUN, and the paths of the caches that it leaves in the image. */
  public Decided leaving(RunFacts run, Supplier<Vector<String>> paths) {
    return new Decided(defeaters, listsMounted, cacheLeft, steps, mounted, left.and(run, paths), unmounted, aptSteps);
  }

  /** The last of these RUNs before this one in its lineage that has the directory in no mount, as it is or as decided. */
  Option<RunFacts> lastUnmounted(Occurrences among, String directory, RunFacts run) {
    return unmounted.last(among, directory, run);
  }

  /** With a RUN in which caches are mounted at these paths. */
  public Decided withMounts(RunFacts run, Vector<String> paths) {
    return paths.isEmpty()
        ? this
        : new Decided(defeaters, listsMounted, cacheLeft, steps, mounted, left, unmounted.mounting(run, paths), aptSteps);
  }

  public Decided with(AptSteps other) {
    return new Decided(defeaters, listsMounted, cacheLeft, steps, mounted, left, unmounted, other);
  }
}
