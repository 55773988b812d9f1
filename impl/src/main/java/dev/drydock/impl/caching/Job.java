package dev.drydock.impl.caching;

import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.plan.Goal;
import dev.drydock.impl.caching.plan.MountRepairs;
import dev.drydock.impl.caching.plan.Plan;
import dev.drydock.impl.caching.plan.Planning;
import dev.drydock.impl.caching.rule.AptSteps;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** What a built-in transform does, but for the main job: the edits that it makes of a whole file. */
@SuppressWarnings("ImmutableEnumChecker")
enum Job {
  ADD_SYNTAX("addSyntax", buildable((file, managers, programs) -> AddSyntax.edits(file))),
  KEEP_APT_CACHE("keepAptCache", buildable((file, managers, programs) -> KeepAptCache.edits(file, programs))),
  MOUNT_CACHE("mountCache", planned(Goal.MOUNT)),
  DROP_CACHE_DEFEATERS("dropCacheDefeaters", planned(Goal.CLEAR)),
  DROP_CACHE_DEFEATING_ENV(
      "dropCacheDefeatingEnv",
      buildable((file, managers, programs) -> DropCacheDefeatingEnv.edits(file, managers))),
  REPAIR_CACHE_MOUNTS(
      "repairCacheMounts",
      buildable((file, managers, programs) -> MountRepairs.edits(FileFacts.of(file, managers, programs), managers, programs)),
      buildable(Job::inertFreed)),
  UV_LINK_MODE_COPY("uvLinkModeCopy", buildable((file, managers, programs) -> UvLinkModeCopy.edits(file))),
  STRIP_CACHE_MOUNTS("stripCacheMounts", (file, managers, programs) -> StripCacheMounts.edits(file));

  /** The edits of a file for some package managers, with what is known of programs. */
  private interface Finding {
    Seq<Edit> edits(Dockerfile file, Seq<PackageManager> managers, KnownPrograms programs);
  }

  private final String method;
  private final Vector<Finding> steps;

  Job(String method, Finding... steps) {
    this.method = method;
    this.steps = Vector.of(steps);
  }

  /** The same in files that can be built; others are left alone. */
  private static Finding buildable(Finding finding) {
    return (dockerfile, managers, programs) ->
        UnbuildableFile.unless(dockerfile, file -> finding.edits(file, managers, programs));
  }

  private static Finding planned(Goal goal) {
    return buildable(
        (file, managers, programs) -> {
          FileFacts facts = FileFacts.of(file, managers, programs);
          return Planning.of(facts, managers, Frontend.of(file), goal, AptSteps.NEVER).enact().edits();
        });
  }

  /** The edits that make mounts of use: what defeats them goes, and apt keeps its archives where they are mounted. */
  private static Seq<Edit> inertFreed(Dockerfile dockerfile, Seq<PackageManager> managers, KnownPrograms programs) {
    FileFacts file = FileFacts.of(dockerfile, managers, programs);
    Plan plan = Planning.of(file, managers, Frontend.of(dockerfile), Goal.CLEAR, AptSteps.WHERE_NEEDED);
    return plan.enact()
        .edits()
        .appendAll(plan.configuring().map(run -> KeepAptCache.added(run, AptConfigurationForm.CONDITIONAL)));
  }

  Rewrite apply(Dockerfile dockerfile, Seq<PackageManager> managers, KnownPrograms programs) {
    return Transform.sequence(
            steps
                .map(step -> Transform.edits((Dockerfile file) -> step.edits(file, managers, programs)))
                .toJavaArray(Transform[]::new))
        .apply(dockerfile);
  }

  /** The call in the catalogue that gives it: {@code mountCache(apt,pip)}. */
  String name(Seq<PackageManager> managers) {
    return method + managers.map(PackageManager::name).mkString("(", ",", ")");
  }
}
