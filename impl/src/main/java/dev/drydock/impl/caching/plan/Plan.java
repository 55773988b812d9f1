package dev.drydock.impl.caching.plan;

import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.transform.Edit;
import io.vavr.collection.Vector;

/**
 * What is to be done with the RUNs of a file: decisions in file order, each given those before it, and the edits that
 * enact them.
 *
 * @param runs one for each RUN, in the order in which they run
 * @param configuring the RUNs before which a step makes apt keep its archives, in order
 * @param steps the directories that are made before RUNs, in the order in which they were decided
 */
public record Plan(FileFacts file, Goal goal, Vector<RunPlan> runs, Vector<ParentStep> steps, Vector<RunFacts> configuring) {

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
