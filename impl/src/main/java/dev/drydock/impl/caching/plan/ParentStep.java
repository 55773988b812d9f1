package dev.drydock.impl.caching.plan;

import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Run;
import dev.drydock.impl.caching.effect.Effect;
import dev.drydock.impl.caching.effect.Removal;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.PathHistory;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.rule.Decided;
import dev.drydock.impl.caching.rule.Parents;
import dev.drydock.transform.Edit;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A step before a RUN that makes a mount point as the user it belongs to. */
record ParentStep(FileFacts file, RunFacts run, PackageManager manager, String path) {

  /** A step as it is added. */
  private static final Pattern STEP = Pattern.compile("[ \\t]*(?i:RUN) mkdir -p (/\\S+)\\s*");

  /** The RUNs that remove a directory, or one above it, or may. */
  private static final PathHistory.Question REMOVE =
      (history, run, act) ->
          act.effect() instanceof Effect.Removes removes
              && removes.removal().outcome(history.directory()) != Removal.Outcome.EMPTIED;

  /** Whether a step or a RUN before in the lineage made it, and none from there to here removes it or what holds it. */
  static boolean isThere(FileFacts file, RunFacts run, String path, Decided before) {
    Vector<RunFacts> mounting = before.mounting(path);
    Option<RunFacts> mounted =
        mounting.findLast(other -> other.order() < run.order() && run.follows(other.stage()));
    Option<RunFacts> made =
        Parents.lastMaking(file, run, run, path)
            .filter(making -> mounted.forAll(other -> other.order() < making.order()))
            .orElse(mounted);
    return made.exists(
        making ->
            file
                .at(path)
                .runsThat(REMOVE)
                .lastBefore(run, other -> other.order() >= making.order() && !mounting.contains(other))
                .isEmpty());
  }

  Edit edit() {
    return Parents.madeBefore(path)
        .addTo(Edit.before(Insertion.step(run, "mkdir -p " + path)), manager)
        .at(place());
  }

  /** The construct above which it is put: the RUN, or the first of the steps above it that come later in the order of mounts. */
  private Construct place() {
    Vector<Construct> constructs = run.dockerfile().constructs();
    int index = Comments.topOf(run);
    int rank = MountOrder.rank(file, run, path);
    while (constructs.get(index - 1) instanceof Run above
        && madeBy(above).exists(made -> MountOrder.rank(file, run, made) > rank)) {
      index--;
    }
    return constructs.get(index);
  }

  /** What such a step makes, where a RUN is one. */
  private static Option<String> madeBy(Run run) {
    Matcher step = STEP.matcher(run.text());
    return step.matches() ? Option.some(step.group(1)) : Option.none();
  }
}
