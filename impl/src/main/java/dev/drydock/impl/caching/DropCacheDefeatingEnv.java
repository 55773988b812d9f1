package dev.drydock.impl.caching;

import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Arg;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Env;
import dev.drydock.impl.caching.effect.CacheSwitches;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.plan.Goal;
import dev.drydock.impl.caching.plan.Plan;
import dev.drydock.impl.caching.plan.Planning;
import dev.drydock.impl.caching.rule.AptSteps;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Takes the variables that switch caches off out of ENV and ARG: a change of the image's configuration. */
final class DropCacheDefeatingEnv {

  private static final String DROPPED = "drop-cache-defeating-env/*/dropped";
  private static final String KEPT = "drop-cache-defeating-env/*/kept";

  private final Dockerfile dockerfile;
  private final Seq<PackageManager> managers;

  /** What is mounted where. */
  private final Plan plan;

  private DropCacheDefeatingEnv(Dockerfile dockerfile, Seq<PackageManager> managers) {
    this.dockerfile = dockerfile;
    this.managers = managers;
    this.plan = Planning.of(FileFacts.of(dockerfile, managers), managers, Frontend.of(dockerfile), Goal.CLEAR, AptSteps.NEVER);
  }

  static Seq<Edit> edits(Dockerfile dockerfile, Seq<PackageManager> managers) {
    Vector<Construct> setting =
        dockerfile.constructs().filter(construct -> found(dockerfile, construct, managers).nonEmpty());
    if (setting.isEmpty()) {
      return Vector.empty();
    }
    DropCacheDefeatingEnv transform = new DropCacheDefeatingEnv(dockerfile, managers);
    return setting.map(construct -> transform.edit(construct, found(dockerfile, construct, managers)));
  }

  /** The variables that an instruction sets and that switch a cache off. */
  private static Vector<String> found(Dockerfile dockerfile, Construct construct, Seq<PackageManager> managers) {
    if (construct instanceof Env env) {
      return dockerfile.stage(env).isEmpty()
          ? Vector.empty()
          : managers
              .flatMap(
                  manager ->
                      env.variables()
                          .filter(
                              (name, value) ->
                                  CacheSwitches.of(manager).contains(name)
                                      && CacheSwitches.areOff(
                                          manager, name, dockerfile.scope(env).expandFixed(value)))
                          .keySet())
              .toVector()
              .distinct();
    }
    if (construct instanceof Arg arg) {
      Map<String, Option<String>> defaults = arg.defaults();
      return defaults.keySet().toVector().filter(name -> switching(name, managers).nonEmpty());
    }
    return Vector.empty();
  }

  /** The package managers whose cache a variable may switch off. */
  private static Seq<PackageManager> switching(String name, Seq<PackageManager> managers) {
    return managers.filter(manager -> CacheSwitches.of(manager).contains(name));
  }

  private Edit edit(Construct construct, Vector<String> found) {
    Vector<String> gone = Vector.empty();
    Edit kept = Edit.keep();
    for (String name : found) {
      Option<String> reason = reasonToKeep(construct, name);
      if (reason.isEmpty()) {
        gone = gone.append(name);
      } else {
        for (PackageManager manager : switching(name, managers)) {
          kept = kept.noting(Note.Kind.KEPT, KEPT.replace("*", manager.name()), name, reason.get());
        }
      }
    }
    Edit edit = gone.isEmpty() ? Edit.keep() : because(without(construct, gone), gone);
    return edit.and(kept).at(construct);
  }

  private static Edit without(Construct construct, Vector<String> gone) {
    return construct instanceof Env env
        ? env.without(gone::contains).map(left -> Edit.replace(left)).getOrElse(Edit::remove)
        : Edit.remove();
  }

  private Option<String> reasonToKeep(Construct construct, String name) {
    if (construct instanceof Arg arg && arg.defaults().size() > 1) {
      return Option.some("it is an ARG beside others, each of which may be set from outside");
    }
    boolean used =
        dockerfile
            .constructs()
            .filter(other -> other != construct || construct instanceof Env)
            .map(Construct::text)
            .exists(text -> text.contains("$" + name) || text.contains("${" + name));
    if (used) {
      return Option.some("its value is used elsewhere in the file");
    }
    Seq<PackageManager> switched = switching(name, managers);
    boolean mounted =
        plan.runs()
            .exists(
                run ->
                    reaches(construct, run.run())
                        && run.decisions()
                            .exists(
                                decision ->
                                    decision.covered().nonEmpty() && switched.contains(decision.manager())));
    return mounted
        ? Option.none()
        : Option.some("no RUN that it reaches has that cache mounted: without it the cache would lie in the image");
  }

  /** Whether what an instruction sets is in force in a RUN. */
  private boolean reaches(Construct construct, RunFacts run) {
    return dockerfile.stage(construct).forAll(run::follows)
        && (run.isOnBuild() || dockerfile.index(construct) < run.index());
  }

  private Edit because(Edit edit, Vector<String> gone) {
    Edit all = edit;
    for (PackageManager manager : managers) {
      Vector<String> own = gone.filter(CacheSwitches.of(manager)::contains);
      if (own.nonEmpty()) {
        all =
            all.because(
                DROPPED.replace("*", manager.name()),
                own.mkString(", "),
                "it switched " + manager.name() + "'s cache off, also in containers of the image and images FROM it");
      }
    }
    return all;
  }
}
