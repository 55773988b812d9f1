package dev.drydock.impl.transform;

import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Run;
import dev.drydock.transform.Edit;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The steps that create mount points as the user they belong to, one for each lineage and path. */
final class ParentSteps {

  private final Survey survey;

  /** The RUNs so far that mount a path of a user other than root. */
  private final Map<String, Set<Site>> mounted = new HashMap<>();

  private final ArrayDeque<Edit> edits = new ArrayDeque<>();

  ParentSteps(Survey survey) {
    this.survey = survey;
  }

  /** Keeps in mind the steps which a plan needs and which no RUN before it in its lineage had. */
  void add(Site site, MountPlan plan) {
    for (Target target : plan.toMount()) {
      if (target.owner().isEmpty()) {
        continue;
      }
      Set<Site> before = mounted.computeIfAbsent(target.path(), path -> new HashSet<>());
      if (!isThere(site, target.path(), before)) {
        survey.isMade(site, target.path());
        edits.addFirst(made(site, plan, target));
      }
      before.add(site);
    }
  }

  /** The edits that add them, the last step of each RUN first: what a later edit adds stands outside. */
  Vector<Edit> edits() {
    return Vector.ofAll(edits);
  }

  private static Edit made(Site site, MountPlan plan, Target target) {
    return Edit.before(Parents.making(target))
        .because(
            Rule.PARENTS.id(plan.manager()),
            target.path(),
            "made by its user first: BuildKit would create the directories above a mount as root's")
        .at(place(site, target.path()));
  }

  /** The construct above which the step is put: the RUN, or the first of the steps above it that come later in the order of mounts. */
  private static Construct place(Site site, String path) {
    Vector<Construct> constructs = site.dockerfile.constructs();
    int index = site.dockerfile.index(MountCache.top(site));
    int rank = MountCache.rank(site, path);
    while (index > 0
        && constructs.get(index - 1) instanceof Run above
        && Parents.madeBy(above).exists(made -> MountCache.rank(site, made) > rank)) {
      index--;
    }
    return constructs.get(index);
  }

  /** Whether a step or a RUN before in the lineage made it, and none from there to here removes it or what holds it. */
  private boolean isThere(Site site, String path, Set<Site> mounted) {
    Option<Site> before =
        Survey.lastBefore(
            survey.sites, site, other -> mounted.contains(other) || Parents.makes(other, site, path));
    return before.exists(
        made ->
            Survey.lastBefore(
                    survey.removing(path), site, other -> other.order >= made.order && !mounted.contains(other))
                .isEmpty());
  }
}
