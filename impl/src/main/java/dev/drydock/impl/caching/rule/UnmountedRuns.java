package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.Occurrences;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.Tuple3;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of the RUNs so far work on a directory of the image: those that have it in a mount, their own or a decided one,
 * neither leave anything there nor clear it. What is true of an earlier RUN stays so, since RUNs are decided in their order: answers are
 * kept, and shared by all that the plan goes through.
 */
final class UnmountedRuns {

  private final Map<Integer, Vector<String>> decided;
  private final java.util.Map<Tuple3<Occurrences, String, Integer>, Option<RunFacts>> known;

  private UnmountedRuns(Map<Integer, Vector<String>> decided, java.util.Map<Tuple3<Occurrences, String, Integer>, Option<RunFacts>> known) {
    this.decided = decided;
    this.known = known;
  }

  /** Before the first RUN. */
  static UnmountedRuns nothing() {
    return new UnmountedRuns(HashMap.empty(), new java.util.HashMap<>());
  }

  /** With a RUN for which mounts at these paths were decided. */
  UnmountedRuns mounting(RunFacts run, Vector<String> paths) {
    return new UnmountedRuns(decided.put(run.order(), paths), known);
  }

  /** The last of these RUNs before one in its lineage that has the directory in no mount. */
  Option<RunFacts> last(Occurrences among, String directory, RunFacts run) {
    List<Tuple3<Occurrences, String, Integer>> open = new ArrayList<>();
    RunFacts at = run;
    while (true) {
      Tuple3<Occurrences, String, Integer> asked = Tuple.of(among, directory, at.order());
      Option<RunFacts> answer = known.get(asked);
      Option<RunFacts> before = answer == null ? among.lastBefore(at) : answer;
      open.add(asked);
      if (before.isEmpty() || !isMounted(before.get(), directory)) {
        open.forEach(one -> known.put(one, before));
        return before;
      }
      at = before.get();
    }
  }

  private boolean isMounted(RunFacts run, String directory) {
    return run.mountPoints().exists(point -> point.holds(directory))
        || decided.getOrElse(run.order(), Vector.empty()).exists(mount -> Paths.within(directory, mount));
  }
}
