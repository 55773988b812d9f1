package dev.drydock.impl.caching;

import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PythonCaching;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.caching.effect.BuiltInPrograms;
import dev.drydock.impl.caching.effect.ProgramNames;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.plan.Goal;
import dev.drydock.impl.caching.plan.Plan;
import dev.drydock.impl.caching.plan.Planning;
import dev.drydock.impl.caching.rule.AptSteps;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.io.Serializable;

/**
 * The main job: syntax, apt's configuration, mounts, and defeaters, decided together. A mount and what would defeat
 * it are one unit: the defeater goes, or the mount does not come.
 */
record PythonCachingTransform(
    Seq<PackageManager> managers, KnownPrograms programs, boolean withSyntax, AptConfigurationForm configuration, AptSteps apt)
    implements PythonCaching, Serializable {

  /** The one that is usual. */
  static PythonCachingTransform of(Seq<PackageManager> managers) {
    return new PythonCachingTransform(
        managers.map(PackageManager::listsOnly),
        BuiltInPrograms.all(),
        true,
        AptConfigurationForm.CONDITIONAL,
        AptSteps.WHERE_NEEDED);
  }

  @Override
  public PythonCaching knowing(KnownPrograms more) {
    return new PythonCachingTransform(managers, programs.and(more), withSyntax, configuration, apt);
  }

  @Override
  public PythonCaching withoutSyntax() {
    return new PythonCachingTransform(managers, programs, false, configuration, apt);
  }

  @Override
  public PythonCaching withDocumentedAptConfiguration() {
    return new PythonCachingTransform(managers, programs, withSyntax, AptConfigurationForm.DOCUMENTED, apt);
  }

  @Override
  public PythonCaching withAptListsMounted() {
    return new PythonCachingTransform(managers, programs, withSyntax, configuration, apt.takingLists());
  }

  @Override
  public Rewrite apply(Dockerfile dockerfile) {
    return managers.exists(manager -> isNamed(manager, dockerfile))
        ? Transform.edits(file -> UnbuildableFile.unless(file, this::edits)).apply(dockerfile)
        : Rewrite.unchanged(dockerfile);
  }

  /** The call that gives it: {@code pythonCaching(apt,pip).withoutSyntax()}. */
  @Override
  public String name() {
    return managers.map(PackageManager::name).mkString("pythonCaching(", ",", ")")
        + (withSyntax ? "" : ".withoutSyntax()")
        + (configuration == AptConfigurationForm.DOCUMENTED ? ".withDocumentedAptConfiguration()" : "")
        + (apt.listsStay() ? "" : ".withAptListsMounted()");
  }

  @Override
  public String toString() {
    return name();
  }

  private Seq<Edit> edits(Dockerfile dockerfile) {
    FileFacts file = FileFacts.of(dockerfile, managers, programs);
    Plan plan = plan(file, apt);
    Vector<Edit> notes = Vector.empty();
    if (configuration == AptConfigurationForm.DOCUMENTED && KeepAptCache.concerns(managers)) {
      KeepAptCache keeping = KeepAptCache.whereMounted(file, plan);
      notes = keeping.notes();
      plan = plan(file, apt.onlyBefore(keeping.places().map(RunFacts::order).toSet()));
    }
    Plan.Enactment enactment = plan.enact();
    Vector<Edit> edits =
        enactment
            .edits()
            .appendAll(notes)
            .appendAll(plan.configuring().map(run -> KeepAptCache.added(run, configuration)));
    return withSyntax && enactment.changes()
        ? edits.appendAll(AddSyntax.edits(dockerfile))
        : edits;
  }

  /** The plan for those package managers that the file names: for most files one or two. */
  private Plan plan(FileFacts file, AptSteps aptSteps) {
    Frontend now = Frontend.of(file.dockerfile());
    Frontend frontend = withSyntax && now == Frontend.TOO_OLD ? Frontend.KNOWS_VARIABLES : now;
    Seq<PackageManager> named = managers.filter(manager -> isNamed(manager, file.dockerfile()));
    return Planning.of(file, named, frontend, Goal.MOUNT_AND_CLEAR, aptSteps);
  }

  private static boolean isNamed(PackageManager manager, Dockerfile dockerfile) {
    return ProgramNames.areNamed(manager, dockerfile.text());
  }
}
