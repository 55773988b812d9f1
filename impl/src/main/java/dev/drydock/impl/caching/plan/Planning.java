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
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;

/** A plan while it is made: the RUNs of a file in their order, each decided about with what was decided before it. */
public final class Planning {

  private final FileFacts file;
  private final Seq<PackageManager> managers;
  private final Frontend frontend;
  private final Goal goal;
  private final List<RunPlan> runs = new ArrayList<>();
  private final List<ParentStep> steps = new ArrayList<>();
  private final List<RunFacts> configuring = new ArrayList<>();
  private Decided decided;

  private Planning(FileFacts file, Seq<PackageManager> managers, Frontend frontend, Goal goal, AptSteps aptSteps) {
    this.file = file;
    this.managers = managers;
    this.frontend = frontend;
    this.goal = goal;
    this.decided = Decided.nothing(goal.clears() ? Decided.Defeaters.GO : Decided.Defeaters.STAY, aptSteps);
  }

  /** The plan for a file, as a frontend will read it. */
  public static Plan of(FileFacts file, Seq<PackageManager> managers, Frontend frontend, Goal goal, AptSteps aptSteps) {
    Planning planning = new Planning(file, managers, frontend, goal, aptSteps);
    file.runs().forEach(planning::decide);
    return new Plan(
        file, goal, Vector.ofAll(planning.runs), Vector.ofAll(planning.steps), Vector.ofAll(planning.configuring));
  }

  private void decide(RunFacts run) {
    RunPlan alone = new RunPlan(run, decisions(run), decided);
    RunPlan plan = goal == Goal.MOUNT_AND_CLEAR ? alone.withoutNeeded(file) : alone;
    runs.add(plan);
    for (Decision decision : plan.decisions()) {
      decided = withSteps(decision, decision.addTo(decided), steps);
    }
    decided = decided.withMounts(run, plan.toMount()).leaving(run, () -> ImageContent.leftBy(file, run, plan.mounted()));
    if (CleanupHook.needsStep(file, run, plan.decisions().flatMap(Decision::paths), decided)) {
      configuring.add(run);
      decided = decided.with(decided.aptSteps().withStepBefore(run));
    }
    decided = decided.with(decided.aptSteps().after(file, run));
  }

  /** One decision for each package manager, each with what those before it decided for the same RUN. */
  private Vector<Decision> decisions(RunFacts run) {
    Decided before = decided;
    Vector<String> mounted = Vector.empty();
    Vector<Decision> decisions = Vector.empty();
    for (PackageManager manager : managers) {
      Decision alone = decision(run, manager, before);
      Decision decision = alone.beside(mounted);
      mounted = mounted.appendAll(decision.toMount().map(CacheLocation::path));
      decisions = decisions.append(decision);
      before = withSteps(decision, alone.addTo(before), new ArrayList<>());
    }
    return decisions;
  }

  private Decision decision(RunFacts run, PackageManager manager, Decided before) {
    return switch (goal) {
      case MOUNT -> Decision.toMount(file, run, manager, frontend, before);
      case MOUNT_AND_CLEAR -> Decision.toMount(file, run, manager, frontend, before).withoutUseless(file);
      case CLEAR -> Decision.aboutMounts(file, run, manager);
    };
  }

  /** With the steps that a decision needs, which are added to those so far. */
  private Decided withSteps(Decision decision, Decided before, List<ParentStep> steps) {
    Decided after = before;
    RunFacts run = decision.run();
    for (CacheLocation cache : decision.toMount().filter(cache -> cache.owner().isDefined())) {
      if (!ParentStep.isThere(file, run, cache.path(), after)) {
        after = after.withStep(run, cache.path());
        steps.add(new ParentStep(file, run, decision.manager(), cache.path()));
      }
      after = after.mounting(cache.path(), run);
    }
    return after;
  }
}
