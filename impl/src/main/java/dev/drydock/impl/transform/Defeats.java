package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Run;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** Takes defeaters out of a RUN, one after the other, and says what defeats that cannot be taken out. */
final class Defeats {

  /** A RUN without its defeaters, and what there is to say. */
  record Dropped(Run run, Vector<Finding> findings) {}

  private Defeats() {}

  /** The paths that cache mounts of the RUN cover, as far as calls of this package manager use them. */
  static Vector<String> coveredNow(Site site, PackageManager manager) {
    Vector<String> used =
        site.calls(manager).flatMap(call -> Target.of(site, call)).map(Target::path).distinct();
    return site.mountPoints()
        .filter(point -> point.mount() instanceof CacheMount cache && Users.mayWriteTo(site, cache))
        .filter(point -> used.exists(point::overlaps))
        .map(MountPoint::path);
  }

  /** The RUN of the site without what defeats the package manager's caches at these paths. */
  static Dropped drop(Site site, PackageManager manager, Vector<String> covered, Survey survey) {
    List<Finding> findings = new ArrayList<>();
    if (!cacheIsUsed(site, manager, survey)) {
      Defeat.of(site, manager, covered)
          .forEach(
              defeat ->
                  findings.add(
                      Finding.kept(
                          Rule.USER_UNKNOWN,
                          defeat.subject(),
                          "the base image's user is not known, so whether the mounted cache is the one that is used"
                              + " is not either; USER root before it would tell")));
      return new Dropped(site.run, Vector.ofAll(findings));
    }
    Site at = site;
    int stuck = 0;
    while (true) {
      Vector<Defeat> left = Defeat.of(at, manager, covered).drop(stuck);
      if (left.isEmpty()) {
        return new Dropped(at.run, Vector.ofAll(findings));
      }
      Defeat defeat = left.head();
      Option<Run> without = defeat.takenOutOf(at);
      if (without.isDefined()) {
        findings.add(Finding.changed(Rule.DROPPED, defeat.subject(), defeat.reason()));
        at = at.with(without.get());
      } else {
        findings.add(
            Finding.kept(
                Rule.STUCK, defeat.subject(), defeat.reason() + ", but it cannot be taken out from where it stands"));
        stuck++;
      }
    }
  }

  /** Whether the mounted cache is known to be the one that the RUN's user has. */
  static boolean cacheIsUsed(Site site, PackageManager manager, Survey survey) {
    boolean inHome = manager.caches().exists(cache -> cache.path().startsWith("~/"));
    return !inHome || Users.isRoot(site, survey) || site.before.user().exists(user -> user.uid().isDefined());
  }

  /** What the environment says against the cache, which no transform of RUNs may change. */
  static Vector<Finding> byEnvironment(Site site, PackageManager manager) {
    return site.calls(manager)
        .filter(Call::downloads)
        .flatMap(
            call -> {
              Environment environment = new Environment(site, call.command());
              return manager
                  .defeatingVariables()
                  .addAll(manager.defeatingSwitches())
                  .toVector()
                  .filter(name -> environment.sets(name) && environment.reaches(name))
                  .filter(name -> defeats(manager, name, environment.value(name)))
                  .map(name -> environment.setting(name).getOrElse(name));
            })
        .appendAll(
            site.calls(manager).exists(Call::downloads)
                ? Configuration.switchingOff(site, manager).map(Contents::firstLine)
                : Option.none())
        .distinct()
        .map(
            setting ->
                Finding.warning(
                    Rule.BY_ENVIRONMENT,
                    setting,
                    "with it "
                        + manager.name()
                        + " does not use its cache, mounted or not; dropCacheDefeatingEnv() takes it out of ENV and ARG"));
  }

  /** That nothing says what it takes for packages to stay in a cache that is to be mounted. */
  static Option<Finding> withoutRequirement(Site site, MountPlan plan) {
    return plan.manager()
        .requirement()
        .filter(requirement -> plan.toMount().nonEmpty())
        .filter(
            requirement ->
                !site.sayings.of(requirement.pattern().pattern()).exists(site::isLedToBy))
        .map(requirement -> Finding.warning(Rule.INERT, plan.manager().name(), requirement.reason()));
  }

  /** Whether a value switches the cache off: any but the empty one, or for a switch any that is true. */
  static boolean defeats(PackageManager manager, String name, Option<String> value) {
    return manager.defeatingSwitches().contains(name)
        ? !value.exists(given -> given.matches("(?i)0|false|f|n|no|off|"))
        : !value.contains("");
  }
}
