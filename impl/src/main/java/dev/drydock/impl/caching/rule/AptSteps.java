package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManagers;
import dev.drydock.impl.caching.fact.AptArchives;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.io.Serializable;

/**
 * The steps so far that make apt keep its archives, and what becomes of lists that a RUN leaves in the image.
 *
 * @param places the RUNs before which such a step may come, by their place in the order; none where it may come before any
 * @param configured the RUNs that install with apt after such a step in their lineage, by their place in the order
 * @param listsStay whether lists that a RUN leaves in the image stay there, whoever may need them
 */
public record AptSteps(Option<Set<Integer>> places, Set<Integer> configured, boolean listsStay)
    implements Serializable {

  /** No steps: archives are mounted whatever the image does with them. */
  public static final AptSteps NEVER = new AptSteps(Option.some(HashSet.empty()), HashSet.empty(), false);

  /** A step before any RUN that needs one; archives are mounted only where they are kept. */
  public static final AptSteps WHERE_NEEDED = new AptSteps(Option.none(), HashSet.empty(), true);

  /** The same with a step before these RUNs alone. */
  public AptSteps onlyBefore(Set<Integer> runs) {
    return new AptSteps(Option.some(runs), configured, listsStay);
  }

  /** The same with lists in mounts wherever nothing later needs them. */
  public AptSteps takingLists() {
    return new AptSteps(places, configured, false);
  }

  /** Whether archives are mounted whatever the image does with them. */
  boolean asTheFileSays() {
    return this == NEVER;
  }

  boolean mayComeBefore(RunFacts run) {
    return places.forAll(orders -> orders.contains(run.order()));
  }

  /** Whether in every build a step stands before a RUN in its lineage. */
  boolean leadTo(FileFacts file, RunFacts run) {
    return configured.contains(run.order())
        || file
            .calling(PackageManagers.APT)
            .lastBefore(run)
            .exists(
                other ->
                    configured.contains(other.order())
                        && file.stages().isCertainlyBuiltOn(run.stage(), other.stage()));
  }

  /** With a step right before a RUN. */
  public AptSteps withStepBefore(RunFacts run) {
    return new AptSteps(places, configured.add(run.order()), listsStay);
  }

  /** After a RUN: where it installs with apt, those after it find by it that a step stands before them. */
  public AptSteps after(FileFacts file, RunFacts run) {
    return !configured.isEmpty() && AptArchives.isCalledBy(run) && leadTo(file, run) ? withStepBefore(run) : this;
  }
}
