package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PythonCaching;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Run;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;

/**
 * The main job: syntax, apt's configuration, mounts, and defeaters, decided together. A mount and what would defeat
 * it are one unit: the defeater goes, or the mount does not come.
 */
final class CachingTransform implements PythonCaching {

  private final Seq<PackageManager> managers;
  private final boolean withSyntax;

  CachingTransform(Seq<PackageManager> managers, boolean withSyntax) {
    this.managers = managers.map(manager -> AptLists.isApt(manager) ? manager.listsOnly() : manager);
    this.withSyntax = withSyntax;
  }

  @Override
  public Transform withoutSyntax() {
    return new CachingTransform(managers, false);
  }

  @Override
  public Rewrite apply(Dockerfile dockerfile) {
    boolean concerned = managers.exists(manager -> Programs.areNamed(manager, dockerfile.text()));
    return concerned
        ? Transform.edits(file -> Refused.unless(file, this::edits)).apply(dockerfile)
        : Rewrite.unchanged(dockerfile);
  }

  private Seq<Edit> edits(Dockerfile dockerfile) {
    Frontend now = Frontend.of(dockerfile);
    Frontend frontend = withSyntax && now == Frontend.TOO_OLD ? Frontend.KNOWS_VARIABLES : now;
    Survey survey = new Survey(dockerfile, frontend, Survey.Defeaters.GO);
    List<Edit> edits = new ArrayList<>();
    ParentSteps parents = new ParentSteps(survey);
    ArgumentSteps arguments = new ArgumentSteps();
    Set<Integer> keepsArchives = HashSet.empty();
    boolean changes = false;
    for (Site site : survey.sites) {
      Run run = site.run;
      Edit notes = Edit.keep();
      Vector<String> planned = Vector.empty();
      for (PackageManager manager : managers) {
        MountPlan plan = MountPlan.of(site, manager, survey).withoutInert(site, survey).beside(planned);
        planned = planned.appendAll(plan.toMount().map(Target::path));
        run = MountCache.mounted(site, run, plan);
        notes = MountCache.noted(notes, site, plan);
        Vector<String> covered = plan.paths();
        if (covered.nonEmpty()) {
          Defeats.Dropped dropped = Defeats.drop(site.with(run), manager, covered, survey);
          run = dropped.run();
          for (Finding finding : dropped.findings()
              .appendAll(Defeats.byEnvironment(site, manager))
              .appendAll(Defeats.withoutRequirement(site, plan))) {
            notes = finding.addTo(notes, manager);
          }
        }
        if (AptLists.isApt(manager) && plan.covers("/var/cache/apt")) {
          keepsArchives = keepsArchives.add(site.index);
        }
        parents.add(site, plan);
        arguments.add(site, plan);
      }
      changes |= run != site.run;
      edits.add(MountCache.edit(site, run, notes));
    }
    edits.addAll(0, parents.edits().asJava());
    edits.addAll(arguments.edits().asJava());
    if (managers.exists(AptLists::isApt)) {
      Set<Integer> mounted = keepsArchives;
      edits.addAll(KeepAptCache.editsWhereMounted(survey, site -> mounted.contains(site.index)).asJava());
    }
    if (withSyntax && changes) {
      edits.addAll(AddSyntax.edits(dockerfile).asJava());
    }
    return Vector.ofAll(edits);
  }
}
