package dev.drydock.impl.caching.plan;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.AptArchives;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.fact.MountPoint;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.rule.AlreadyMounted;
import dev.drydock.impl.caching.rule.BuildSettings;
import dev.drydock.impl.caching.rule.Candidate;
import dev.drydock.impl.caching.rule.CacheUse;
import dev.drydock.impl.caching.rule.Decided;
import dev.drydock.impl.caching.rule.Defeater;
import dev.drydock.impl.caching.rule.DefeatingEnvironment;
import dev.drydock.impl.caching.rule.Finding;
import dev.drydock.impl.caching.rule.Objections;
import dev.drydock.impl.caching.rule.RemovesMountPoint;
import dev.drydock.impl.caching.rule.Stuck;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * What is to be done with one RUN for one package manager: which caches to mount, which are mounted already, and what
 * there is to say.
 *
 * @param covered the paths of caches that are mounted already, as far as the RUN's user may use them
 */
public record Decision(
    RunFacts run,
    PackageManager manager,
    Vector<CacheLocation> toMount,
    Vector<String> covered,
    Vector<Finding> findings) {

  /** The decision about mounts, given what was decided before. */
  static Decision toMount(FileFacts file, RunFacts run, PackageManager manager, Frontend frontend, Decided before) {
    Decision nothing = nothing(run, manager);
    Vector<PackageCall> calls = run.calls(manager);
    if (calls.isEmpty()) {
      return Objections.to(file, run, manager).map(nothing::with).getOrElse(nothing);
    }
    Candidate candidate = new Candidate(file, run, manager, calls, frontend);
    Option<Finding> objection = Objections.to(candidate);
    if (objection.isDefined()) {
      return nothing.with(objection.get());
    }
    Vector<Either<CacheLocation.Unknown, CacheLocation>> locations = locations(candidate);
    Decision decision = nothing;
    for (CacheLocation cache : locations.flatMap(Either::toOption).distinctBy(CacheLocation::path)) {
      decision = decision.about(candidate, cache, before);
    }
    for (Either<CacheLocation.Unknown, CacheLocation> unknown : locations.filter(Either::isLeft).distinct()) {
      Option<Finding> reason = Objections.to(unknown.getLeft());
      decision = reason.isDefined() ? decision.with(reason.get()) : decision;
    }
    return decision;
  }

  /** The decision about what is mounted already. */
  static Decision aboutMounts(FileFacts file, RunFacts run, PackageManager manager) {
    Vector<String> mounted =
        run.mountPoints()
            .filter(point -> point.mount() instanceof CacheMount cache && run.mayWriteTo(cache))
            .map(MountPoint::path);
    if (mounted.isEmpty()) {
      return nothing(run, manager);
    }
    Vector<CacheLocation> used = run.calls(manager).flatMap(call -> CacheLocation.of(file, run, call)).distinctBy(CacheLocation::path);
    Vector<String> covered =
        mounted.filter(path -> used.exists(use -> Paths.within(use.path(), path) || Paths.within(path, use.path())));
    Decision decision = new Decision(run, manager, Vector.empty(), covered, Vector.empty());
    Option<Finding> sharing =
        used.flatMap(use -> BuildSettings.sharing(file, run, manager, use)).headOption();
    boolean defeated = sharing.isDefined() && Defeater.of(file, run, manager, covered).nonEmpty();
    return sharing.isEmpty() ? decision : defeated ? nothing(run, manager).with(sharing.get()) : nothing(run, manager);
  }

  private static Decision nothing(RunFacts run, PackageManager manager) {
    return new Decision(run, manager, Vector.empty(), Vector.empty(), Vector.empty());
  }

  /** Where the downloading calls keep their caches; apt's narrowed where its marks matter. */
  private static Vector<Either<CacheLocation.Unknown, CacheLocation>> locations(Candidate candidate) {
    PackageManager manager = candidate.manager();
    Vector<CacheDirectory> caches =
        AptArchives.mayTakeMarks(manager) && AptArchives.usesMarks(candidate.file(), candidate.run())
            ? manager.listsOnly().caches()
            : manager.caches();
    return candidate
        .downloads()
        .flatMap(call -> caches.map(cache -> CacheLocation.of(candidate.file(), candidate.run(), call, cache)));
  }

  private Decision about(Candidate candidate, CacheLocation cache, Decided before) {
    Option<Finding> objection = Objections.to(candidate, cache, before);
    if (objection.isEmpty()) {
      return new Decision(run, manager, toMount.append(cache), covered, findings);
    }
    Decision declined = with(objection.get());
    return AlreadyMounted.isOfUseAt(run, cache.path())
            && BuildSettings.sharing(candidate.file(), run, manager, cache).isEmpty()
        ? declined.covering(cache.path()) : declined;
  }

  private Decision with(Finding finding) {
    return findings.contains(finding)
        ? this
        : new Decision(run, manager, toMount, covered, findings.append(finding));
  }

  private Decision covering(String path) {
    return new Decision(run, manager, toMount, covered.append(path), findings);
  }

  /** Drops mounts that are known to be of no use: beside what switches the cache off or empties it, and cannot go. */
  Decision withoutUseless(FileFacts file) {
    if (toMount.isEmpty()) {
      return this;
    }
    Vector<Finding> off = DefeatingEnvironment.instead(file, run, manager);
    if (off.nonEmpty()) {
      return new Decision(run, manager, Vector.empty(), covered, findings.appendAll(off));
    }
    Vector<String> paths = toMount.map(CacheLocation::path);
    return CacheUse.doubt(file, run, manager, paths, "").isEmpty() ? withoutDefeated(file) : withoutUnknown(file, paths);
  }

  /** Drops mounts beside a defeater that cannot be taken out. */
  private Decision withoutDefeated(FileFacts file) {
    Decision left = this;
    Map<Invocation, Vector<Defeater>> all = Defeater.of(file, run, manager, paths()).groupBy(Defeater::invocation);
    for (CacheLocation cache : toMount) {
      Option<Defeater> stuck =
          Defeater.of(file, run, manager, Vector.of(cache.path())).find(defeater -> !defeater.canGo(run, all));
      if (stuck.isDefined()) {
        left =
            new Decision(run, manager, left.toMount.remove(cache), covered, left.findings)
                .with(Stuck.instead(stuck.get(), cache.path()));
      }
    }
    return left;
  }

  /** Drops mounts beside a removal that also removes what lies in no mount. */
  Decision withoutNeeded(FileFacts file, Vector<String> mounted, Decided before) {
    Decision left = this;
    for (CacheLocation cache : toMount) {
      for (Defeater defeater : Defeater.of(file, run, manager, Vector.of(cache.path()))) {
        Option<String> other = defeater.besides(file, run, mounted, before);
        if (other.isDefined() && left.toMount.contains(cache)) {
          left =
              new Decision(run, manager, left.toMount.remove(cache), covered, left.findings)
                  .with(RemovesMountPoint.needed(defeater, cache.path(), other.get()));
        }
      }
    }
    return left;
  }

  /** Drops mounts that the RUN's own options make useless, where it is not known that they are used at all. */
  private Decision withoutUnknown(FileFacts file, Vector<String> paths) {
    return Defeater.of(file, run, manager, paths)
        .headOption()
        .flatMap(defeater -> CacheUse.doubt(file, run, manager, paths, defeater.subject()))
        .map(doubt -> new Decision(run, manager, Vector.empty(), covered, findings).with(doubt))
        .getOrElse(this);
  }

  /** Without mounts at, above or below what another package manager's decision for the same RUN mounts. */
  Decision beside(Vector<String> others) {
    Decision decision = new Decision(run, manager, Vector.empty(), covered, findings);
    for (CacheLocation cache : toMount) {
      String path = cache.path();
      boolean taken = others.exists(other -> Paths.within(path, other) || Paths.within(other, path));
      decision =
          taken
              ? decision.covering(path).with(AlreadyMounted.byAnother(path))
              : new Decision(run, manager, decision.toMount.append(cache), decision.covered, decision.findings);
    }
    return decision;
  }

  /** Whether it changes nothing and says nothing. */
  boolean isSilent() {
    return toMount.isEmpty() && covered.isEmpty() && findings.isEmpty();
  }

  /** The paths that are mounted, now or as decided. */
  public Vector<String> paths() {
    return covered.appendAll(toMount.map(CacheLocation::path));
  }

  /** Whether a path lies in what is mounted, now or as decided. */
  boolean covers(String path) {
    return paths().exists(mounted -> Paths.within(path, mounted));
  }

  /** What rules about later RUNs may ask of this decision. */
  Decided addTo(Decided before) {
    Decided after = before;
    if (toMount.exists(CacheLocation::holdsAptLists)) {
      after = after.mountingLists(run);
    }
    boolean stays = toMount.isEmpty() && covered.isEmpty();
    return stays && manager.usesCacheInPlace() && run.calls(manager).exists(PackageCall::downloads)
        ? after.leavingCache(manager, run)
        : after;
  }
}
