package dev.drydock.impl.caching.plan;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.rule.AptSteps;
import dev.drydock.impl.caching.rule.CleanupHook;
import dev.drydock.impl.caching.rule.Decided;
import dev.drydock.impl.caching.rule.ImageContent;
import dev.drydock.transform.Edit;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be done with the RUNs of a file: decisions in file order, each given those before it, and the edits that
 * enact them.
 *
 * @param runs one for each RUN, in the order in which they run
 * @param configuring the RUNs before which a step makes apt keep its archives, in order
 * @param steps the directories that are made before RUNs, in the order in which they were decided
 */
public record Plan(FileFacts file, Goal goal, Vector<RunPlan> runs, Vector<ParentStep> steps, Vector<RunFacts> configuring) {

  /** The plan for a file, as a frontend will read it. */
  public static Plan of(FileFacts file, Seq<PackageManager> managers, Frontend frontend, Goal goal, AptSteps aptSteps) {
    Decided decided = Decided.nothing(goal.clears() ? Decided.Defeaters.GO : Decided.Defeaters.STAY, aptSteps);
    List<RunFacts> configuring = new ArrayList<>();
    List<RunPlan> plans = new ArrayList<>();
    List<ParentStep> steps = new ArrayList<>();
    for (RunFacts run : file.runs()) {
      Decided before = decided;
      Decided within = before;
      Vector<Decision> decisions = Vector.empty();
      Vector<String> planned = Vector.empty();
      for (PackageManager manager : managers) {
        Decision decision = decided(file, run, manager, frontend, goal, within);
        within = decision.addTo(within);
        decision = decision.beside(planned);
        planned = planned.appendAll(decision.toMount().map(CacheLocation::path));
        decisions = decisions.append(decision);
        within = withSteps(file, decision, within, new ArrayList<>());
      }
      if (goal == Goal.MOUNT_AND_CLEAR && !planned.isEmpty()) {
        decisions = withoutNeeded(file, run, decisions, before);
      }
      for (Decision decision : decisions) {
        decided = withSteps(file, decision, decision.addTo(decided), steps);
      }
      RunPlan plan = new RunPlan(run, decisions, before);
      decided = decided.withMounts(run, decisions.flatMap(Decision::toMount).map(CacheLocation::path));
      decided = decided.leaving(run, () -> ImageContent.leftBy(file, run, plan.mounted()));
      plans.add(plan);
      if (CleanupHook.needsStep(file, run, decisions.flatMap(Decision::paths), decided)) {
        configuring.add(run);
        decided = decided.with(decided.aptSteps().withStepBefore(run));
      }
      decided = decided.with(decided.aptSteps().after(file, run));
    }
    return new Plan(file, goal, Vector.ofAll(plans), Vector.ofAll(steps), Vector.ofAll(configuring));
  }

  /** With the steps that a decision needs, which are added to those so far. */
  private static Decided withSteps(FileFacts file, Decision decision, Decided before, List<ParentStep> steps) {
    Decided decided = before;
    RunFacts run = decision.run();
    for (CacheLocation cache : decision.toMount().filter(cache -> cache.owner().isDefined())) {
      if (!ParentStep.isThere(file, run, cache.path(), decided)) {
        decided = decided.withStep(run, cache.path());
        steps.add(new ParentStep(file, run, decision.manager(), cache.path()));
      }
      decided = decided.mounting(cache.path(), run);
    }
    return decided;
  }

  /** Without mounts for which a removal would have to go that is needed for more than what is mounted. */
  private static Vector<Decision> withoutNeeded(
      FileFacts file, RunFacts run, Vector<Decision> decisions, Decided before) {
    Vector<Decision> all = decisions;
    while (true) {
      Vector<String> mounted = new RunPlan(run, all, before).mounted();
      Vector<Decision> left = all.map(decision -> decision.withoutNeeded(file, mounted, before));
      if (left.equals(all)) {
        return all;
      }
      all = left;
    }
  }

  private static Decision decided(
      FileFacts file, RunFacts run, PackageManager manager, Frontend frontend, Goal goal, Decided before) {
    return switch (goal) {
      case MOUNT -> Decision.toMount(file, run, manager, frontend, before);
      case MOUNT_AND_CLEAR -> Decision.toMount(file, run, manager, frontend, before).withoutUseless(file);
      case CLEAR -> Decision.aboutMounts(file, run, manager);
    };
  }

  /** The edits that enact it: steps before RUNs, the RUNs, arguments that ids need. */
  public Enactment enact() {
    Vector<RunEdit> edits =
        runs.filter(plan -> !plan.isSilent() || (goal.repairs() && plan.hasCaches())).map(run -> RunEdit.of(file, run, goal));
    return new Enactment(
        steps
            .reverse()
            .map(ParentStep::edit)
            .appendAll(edits.map(RunEdit::edit))
            .appendAll(ArgumentStep.of(file, runs)),
        edits.exists(RunEdit::changes));
  }

  /**
   * The edits of a plan.
   *
   * @param changes whether a RUN becomes another one, rather than being only spoken of
   */
  public record Enactment(Vector<Edit> edits, boolean changes) {}
}
