package dev.drydock.impl.caching;

import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PythonCaching;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.caching.effect.BuiltInPrograms;
import dev.drydock.impl.caching.effect.ProgramNames;
import dev.drydock.impl.caching.fact.AptArchives;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.plan.Goal;
import dev.drydock.impl.caching.plan.Plan;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/**
 * The main job: syntax, apt's configuration, mounts, and defeaters, decided together. A mount and what would defeat
 * it are one unit: the defeater goes, or the mount does not come.
 */
final class PythonCachingTransform implements PythonCaching {

  private final Seq<PackageManager> managers;
  private final KnownPrograms programs;
  private final boolean withSyntax;

  PythonCachingTransform(Seq<PackageManager> managers, KnownPrograms programs, boolean withSyntax) {
    this.managers = managers.map(manager -> AptArchives.isApt(manager) ? manager.listsOnly() : manager);
    this.programs = programs;
    this.withSyntax = withSyntax;
  }

  @Override
  public PythonCaching knowing(KnownPrograms more) {
    return new PythonCachingTransform(managers, programs.and(more), withSyntax);
  }

  @Override
  public Transform withoutSyntax() {
    return new PythonCachingTransform(managers, programs, false);
  }

  @Override
  public Rewrite apply(Dockerfile dockerfile) {
    boolean concerned = managers.exists(manager -> ProgramNames.areNamed(manager, dockerfile.text()));
    return concerned
        ? Transform.edits(file -> UnbuildableFile.unless(file, this::edits)).apply(dockerfile)
        : Rewrite.unchanged(dockerfile);
  }

  private Seq<Edit> edits(Dockerfile dockerfile) {
    FileFacts file = FileFacts.of(dockerfile, managers, programs);
    Frontend now = Frontend.of(dockerfile);
    Frontend frontend = withSyntax && now == Frontend.TOO_OLD ? Frontend.KNOWS_VARIABLES : now;
    Plan plan = Plan.of(file, managers, frontend, Goal.MOUNT_AND_CLEAR);
    Plan.Enactment enactment = plan.enact();
    Vector<Edit> edits = enactment.edits();
    if (managers.exists(AptArchives::isApt)) {
      edits = edits.appendAll(KeepAptCache.editsWhereMounted(file, plan));
    }
    return withSyntax && enactment.changes() ? edits.appendAll(AddSyntax.edits(dockerfile)) : edits;
  }
}
