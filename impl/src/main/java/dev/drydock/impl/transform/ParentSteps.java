package dev.drydock.impl.transform;

import dev.drydock.dockerfile.OnBuild;
import dev.drydock.transform.Edit;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;

/** The steps that create mount points as the user they belong to, one for each lineage and path. */
final class ParentSteps {

  private final List<Site> sites = new ArrayList<>();
  private final List<String> paths = new ArrayList<>();

  /** The edits that add the steps which a plan needs and which no RUN before it in its lineage had. */
  Vector<Edit> before(Site site, MountPlan plan) {
    Vector<Edit> edits = Vector.empty();
    for (Target target : plan.toMount()) {
      if (target.owner().isDefined() && !(site.construct instanceof OnBuild) && !made(site, target)) {
        sites.add(site);
        paths.add(target.path());
        edits =
            edits.append(
                Edit.before(Parents.making(target))
                    .because(
                        Rule.PARENTS.id(plan.manager()),
                        target.path(),
                        "made by its user first: BuildKit would create the directories above a mount as root's")
                    .at(MountCache.top(site)));
      }
    }
    return edits;
  }

  private boolean made(Site site, Target target) {
    for (int i = 0; i < sites.size(); i++) {
      if (paths.get(i).equals(target.path()) && site.follows(sites.get(i).stage)) {
        return true;
      }
    }
    return false;
  }
}
