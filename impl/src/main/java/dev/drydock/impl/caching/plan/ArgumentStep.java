package dev.drydock.impl.caching.plan;

import dev.drydock.caching.CacheId;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Arg;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Stage;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.PlatformArguments;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.rule.IdArgument;
import dev.drydock.impl.caching.rule.MountId;
import dev.drydock.transform.Edit;
import io.vavr.collection.Vector;

/**
 * An ARG that the id of a mount needs. It stands right after the FROM, in alphabetical order, and not before the RUN: so
 * the text is the same whichever package manager's RUN is looked at first.
 */
record ArgumentStep(RunFacts run, String name, PackageManager manager) {

  /** Those that the mounts of a plan need, one for each stage and name. */
  static Vector<Edit> of(FileFacts file, Vector<RunPlan> runs) {
    return edits(
        runs.reject(RunPlan::isSilent)
            .flatMap(RunPlan::decisions)
            .flatMap(decision -> decision.toMount().flatMap(cache -> needed(file, decision, cache))));
  }

  /** The edits of some, one for each stage and name. */
  static Vector<Edit> edits(Vector<ArgumentStep> steps) {
    return steps
        .distinctBy(step -> step.name + " " + step.run.stage().number())
        .sortBy(ArgumentStep::name)
        .map(ArgumentStep::edit);
  }

  private static Vector<ArgumentStep> needed(FileFacts file, Decision decision, CacheLocation cache) {
    RunFacts run = decision.run();
    return MountId.of(decision.manager(), cache.path(), run.stage())
        .toVector()
        .flatMap(id -> needed(file, run, decision.manager(), id));
  }

  /** Those that the id of a mount of a RUN needs. */
  static Vector<ArgumentStep> needed(FileFacts file, RunFacts run, PackageManager manager, CacheId id) {
    return id.variables()
        .toVector()
        .filter(name -> PlatformArguments.ALL.contains(name) && !PlatformArguments.isDeclared(file, run, name))
        .map(name -> new ArgumentStep(run, name, manager));
  }

  private Edit edit() {
    return IdArgument.of(name).addTo(Edit.after(run.keywordCase().spelled(Arg.of(name))), manager).at(place());
  }

  /**
   * The construct after which it is declared: the FROM, or the last of the arguments there that come before it. What ends
   * them is the RUN at the latest.
   */
  private Construct place() {
    Stage stage = run.stage();
    Vector<Construct> constructs = stage.dockerfile().constructs();
    int index = stage.start();
    while (constructs.get(index + 1) instanceof Arg arg
        && arg.defaults().size() == 1
        && arg.defaults().head()._2.isEmpty()
        && PlatformArguments.ALL.contains(arg.defaults().head()._1)
        && arg.defaults().head()._1.compareTo(name) < 0) {
      index++;
    }
    return constructs.get(index);
  }
}
