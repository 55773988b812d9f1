package dev.drydock.impl.caching.plan;

import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Run;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.rule.MixedDistributions;
import dev.drydock.impl.caching.rule.StandingMount;
import dev.drydock.transform.Edit;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** The repair of all cache mounts that a file has. */
public final class MountRepairs {

  private MountRepairs() {}

  /** The edits that repair the mounts of these package managers. */
  public static Vector<Edit> edits(FileFacts file, Seq<PackageManager> managers, KnownPrograms programs) {
    Vector<StandingMount> standing = file.runs().flatMap(run -> StandingMount.of(file, run, managers));
    Replacements replacements = Replacements.of(file, managers, programs, standing);
    Frontend frontend = Frontend.of(file.dockerfile());
    Vector<MountRepair> named = standing.map(replacements::repair).map(repair -> repair.named(frontend));
    MixedDistributions mixed = MixedDistributions.among(named.map(MountRepair::standing));
    Vector<MountRepair> repairs =
        named.map(repair -> repair.apart(mixed)).map(MountRepair::locked).reject(MountRepair::isSilent);
    return replacements
        .steps()
        .map(ParentStep::edit)
        .appendAll(repairs.groupBy(repair -> repair.standing().run().order()).toVector().sortBy(run -> run._1).map(run -> run._2).map(MountRepairs::edit))
        .appendAll(ArgumentStep.edits(repairs.flatMap(MountRepair::arguments)));
  }

  /** The edit of a RUN, with the repairs of its mounts. */
  private static Edit edit(Vector<MountRepair> repairs) {
    RunFacts run = repairs.head().standing().run();
    Run repaired = MountRepair.enact(repairs, run);
    Edit edit = repaired == run.run() ? Edit.keep() : Edit.replace(run.holding(repaired));
    return MountRepair.say(repairs, edit).at(run.construct());
  }
}
