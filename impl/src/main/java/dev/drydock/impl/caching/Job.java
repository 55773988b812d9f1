package dev.drydock.impl.caching;

import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.plan.Goal;
import dev.drydock.impl.caching.plan.Plan;
import dev.drydock.impl.caching.rule.AptSteps;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Rewrite;
import dev.drydock.transform.Transform;
import io.vavr.collection.Seq;

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
  STRIP_CACHE_MOUNTS("stripCacheMounts", (file, managers, programs) -> StripCacheMounts.edits(file));

  /** The edits of a file for some package managers, with what is known of programs. */
  private interface Finding {
    Seq<Edit> edits(Dockerfile file, Seq<PackageManager> managers, KnownPrograms programs);
  }

  private final String method;
  private final Finding finding;

  Job(String method, Finding finding) {
    this.method = method;
    this.finding = finding;
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
          return Plan.of(facts, managers, Frontend.of(file), goal, AptSteps.NEVER).enact().edits();
        });
  }

  Rewrite apply(Dockerfile dockerfile, Seq<PackageManager> managers, KnownPrograms programs) {
    return Transform.edits((Dockerfile file) -> finding.edits(file, managers, programs)).apply(dockerfile);
  }

  /** The call in the catalogue that gives it: {@code mountCache(apt,pip)}. */
  String name(Seq<PackageManager> managers) {
    return method + managers.map(PackageManager::name).mkString("(", ",", ")");
  }
}
