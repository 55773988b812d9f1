package dev.drydock.impl.transform;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Mount;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * What is to be done with one RUN for one package manager: which directories to mount, which are mounted already, and
 * what there is to say.
 */
record MountPlan(
    PackageManager manager, Vector<Target> toMount, Vector<String> covered, Vector<Finding> findings) {

  static MountPlan of(Site site, PackageManager manager, Survey survey) {
    MountPlan plan = decided(site, manager, survey);
    plan.rememberWhatStays(site, survey);
    return plan;
  }

  private static MountPlan decided(Site site, PackageManager manager, Survey survey) {
    MountPlan nothing = new MountPlan(manager, Vector.empty(), Vector.empty(), Vector.empty());
    if (!site.names(manager)) {
      return nothing;
    }
    Vector<Call> calls = site.calls(manager);
    if (calls.isEmpty()) {
      return RunObjection.toSilence(site, manager).map(nothing::with).getOrElse(nothing);
    }
    Option<Finding> objection = RunObjection.toMounts(site, calls, survey.frontend);
    if (objection.isDefined()) {
      return nothing.with(objection.get());
    }
    MountPlan plan = nothing;
    for (Target target : plan.targets(site, calls, survey)) {
      plan = plan.decide(site, target, survey);
    }
    for (Finding finding : unknownTargets(site, calls, manager)) {
      plan = plan.with(finding);
    }
    return plan;
  }

  /** Whether every directory that the calls use is mounted, now or as planned. */
  boolean covers(String path) {
    return covered.exists(mounted -> Paths.within(path, mounted))
        || toMount.exists(target -> Paths.within(path, target.path()));
  }

  /** The paths that are mounted, now or as planned. */
  Vector<String> paths() {
    return covered.appendAll(toMount.map(Target::path));
  }

  /** Without mounts that what stands in the RUN would keep from being used, and that is not known to be of no use. */
  MountPlan withoutInert(Site site, Survey survey) {
    if (toMount.isEmpty() || Defeats.cacheIsUsed(site, manager, survey)) {
      return this;
    }
    Option<Defeat> defeat = Defeat.of(site, manager, toMount.map(Target::path)).headOption();
    if (defeat.isEmpty()) {
      return this;
    }
    Finding unknown =
        Finding.kept(
            Rule.USER_UNKNOWN,
            defeat.get().subject(),
            "the base image's user is not known, so whether a mount at "
                + toMount.head().path()
                + " would be its cache is not either; USER root before it would tell");
    MountPlan without = new MountPlan(manager, Vector.empty(), covered, findings.append(unknown));
    without.rememberWhatStays(site, survey);
    return without;
  }

  /** Without mounts at, above or below what another package manager's plan for the same RUN mounts. */
  MountPlan beside(Vector<String> others) {
    MountPlan plan = new MountPlan(manager, Vector.empty(), covered, findings);
    for (Target target : toMount) {
      String path = target.path();
      boolean taken = others.exists(other -> Paths.within(path, other) || Paths.within(other, path));
      plan =
          taken
              ? plan.covering(path)
                  .with(Finding.kept(Rule.ALREADY_MOUNTED, path, "a cache is mounted there already"))
              : plan.mounting(target);
    }
    return plan;
  }

  private void rememberWhatStays(Site site, Survey survey) {
    boolean stays = toMount.isEmpty() && covered.isEmpty();
    if (stays && manager.usesCacheInPlace() && site.names(manager) && site.calls(manager).exists(Call::downloads)) {
      survey.leavesCache(manager, site);
    }
  }

  private MountPlan with(Finding finding) {
    return findings.contains(finding)
        ? this
        : new MountPlan(manager, toMount, covered, findings.append(finding));
  }

  private MountPlan mounting(Target target) {
    return new MountPlan(manager, toMount.append(target), covered, findings);
  }

  private MountPlan covering(String path) {
    return new MountPlan(manager, toMount, covered.append(path), findings);
  }

  /** The directories that the downloading calls use, each once; apt's narrowed where its marks matter. */
  private Vector<Target> targets(Site site, Vector<Call> calls, Survey survey) {
    boolean marks = AptLists.isApt(manager) && AptLists.usesMarks(site, survey);
    return calls
        .filter(Call::downloads)
        .flatMap(call -> caches(marks).map(cache -> Target.of(site, call, cache)))
        .filter(Either::isRight)
        .map(Either::get)
        .distinctBy(Target::path);
  }

  private Vector<CacheDirectory> caches(boolean marks) {
    return marks ? manager.listsOnly().caches() : manager.caches();
  }

  private static Vector<Finding> unknownTargets(Site site, Vector<Call> calls, PackageManager manager) {
    return calls
        .filter(Call::downloads)
        .flatMap(call -> manager.caches().map(cache -> Target.of(site, call, cache)))
        .filter(Either::isLeft)
        .map(Either::getLeft)
        .distinct();
  }

  private MountPlan decide(Site site, Target target, Survey survey) {
    String path = target.path();
    Option<Mount> existing = site.mountPoints().find(point -> point.overlaps(path)).map(MountPoint::mount);
    if (existing.isDefined()) {
      return existing.get() instanceof CacheMount cache
          ? (Users.mayWriteTo(site, cache) ? covering(path) : this)
              .with(
                  Finding.kept(
                      Rule.ALREADY_MOUNTED,
                      path,
                      Users.mayWriteTo(site, cache)
                          ? "a cache is mounted there already"
                          : "a cache is mounted there already, which the RUN's user may not write to"))
          : with(
              Finding.kept(
                  Rule.OCCUPIED, path, "another mount of type " + existing.get().type() + " is there already"));
    }
    if (target.owner().isDefined() && survey.frontend == Frontend.KNOWS_MOUNTS_OF_ROOT) {
      return with(Finding.kept(Rule.FRONTEND, path, "the frontend does not know uid and gid of a mount"));
    }
    boolean holdsLists = Paths.within(AptLists.LISTS, path);
    if (holdsLists) {
      Option<Finding> lists = AptLists.objection(site, survey);
      if (lists.isDefined()) {
        return with(lists.get());
      }
    }
    if (target.cache().holdsIndex()) {
      Option<Finding> index = IndexInCache.objection(site, manager, survey);
      if (index.isDefined()) {
        return with(index.get());
      }
    }
    Option<Finding> objection = Contents.objection(site, manager, target, survey);
    if (objection.isDefined()) {
      return with(objection.get());
    }
    Option<Finding> broken = brokenByRemoval(site, target, survey);
    if (broken.isDefined()) {
      return with(broken.get());
    }
    Option<Finding> parents = Parents.objection(site, target, survey);
    if (parents.isDefined()) {
      return with(parents.get());
    }
    Option<Finding> unnamed = MountIds.objection(site, manager, path, survey);
    if (unnamed.isDefined()) {
      return with(unnamed.get());
    }
    if (holdsLists) {
      survey.listsAreMounted(site);
    }
    return mounting(target);
  }

  private Option<Finding> brokenByRemoval(Site site, Target target, Survey survey) {
    Option<Call> removing =
        site.calls(manager)
            .find(call -> call.removesCache() && !(survey.defeaters == Survey.Defeaters.GO && Defeat.canGo(site, call)));
    if (removing.isDefined()) {
      return Option.some(
          Finding.kept(
              Rule.REMOVES_MOUNT_POINT,
              firstLine(removing.get().command()),
              "it removes " + target.path() + " itself, which fails where that is a mount point"));
    }
    for (Removals.Removal removal : Removals.of(site, target.path())) {
      boolean breaks =
          removal.effect() == Removals.Effect.UNKNOWN
              || (removal.effect() == Removals.Effect.BREAKS
                  && !(survey.defeaters == Survey.Defeaters.GO && Defeat.canGo(site, removal)));
      if (breaks) {
        return Option.some(
            Finding.kept(
                Rule.REMOVES_MOUNT_POINT,
                firstLine(removal.command()),
                removal.effect() == Removals.Effect.UNKNOWN
                    ? "it may remove " + target.path() + " or what is in it, which cannot be told"
                    : "it removes " + target.path() + ", which fails where that is a mount point"));
      }
    }
    return Option.none();
  }

  static String firstLine(SimpleCommand command) {
    String text = command.text().strip();
    int feed = text.indexOf('\n');
    String line = (feed < 0 ? text : text.substring(0, feed)).strip().replaceAll("\\s+", " ");
    return line.length() > 70 ? line.substring(0, 70) + "…" : line;
  }
}
