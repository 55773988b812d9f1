package dev.drydock.impl.transform;

import dev.drydock.transform.Edit;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The steps that create mount points as the user they belong to, one for each lineage and path. */
final class ParentSteps {

  private final Survey survey;

  /** The RUNs so far that mount a path of a user other than root. */
  private final Map<String, Set<Site>> mounted = new HashMap<>();

  ParentSteps(Survey survey) {
    this.survey = survey;
  }

  /** The edits that add the steps which a plan needs and which no RUN before it in its lineage had. */
  Vector<Edit> before(Site site, MountPlan plan) {
    Vector<Edit> edits = Vector.empty();
    for (Target target : plan.toMount()) {
      if (target.owner().isEmpty()) {
        continue;
      }
      Set<Site> before = mounted.computeIfAbsent(target.path(), path -> new HashSet<>());
      if (!isThere(site, target.path(), before)) {
        survey.isMade(site, target.path());
        edits =
            edits.append(
                Edit.before(Parents.making(target))
                    .because(
                        Rule.PARENTS.id(plan.manager()),
                        target.path(),
                        "made by its user first: BuildKit would create the directories above a mount as root's")
                    .at(MountCache.top(site)));
      }
      before.add(site);
    }
    return edits;
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
