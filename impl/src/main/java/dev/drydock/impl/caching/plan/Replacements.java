package dev.drydock.impl.caching.plan;

import dev.drydock.caching.Account;
import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Flag;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.rule.AptSteps;
import dev.drydock.impl.caching.rule.BuildSettings;
import dev.drydock.impl.caching.rule.Finding;
import dev.drydock.impl.caching.rule.Marks;
import dev.drydock.impl.caching.rule.StandingMount;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Transform;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The mounts that take the place of wrong ones: what {@code mountCache} would mount if these were not there. So every rule
 * that may decline a mount is asked of them, too.
 *
 * @param repairs what becomes of each wrong mount
 * @param steps what makes the directories of users' caches
 */
record Replacements(Map<StandingMount, MountRepair> repairs, Vector<ParentStep> steps) {

  static Replacements of(
      FileFacts file, Seq<PackageManager> managers, KnownPrograms programs, Vector<StandingMount> standing) {
    Vector<WrongMount> wrong = standing.flatMap(WrongMount::of);
    if (wrong.isEmpty()) {
      return new Replacements(HashMap.empty(), Vector.empty());
    }
    FileFacts bare = FileFacts.of(without(file, wrong), managers, programs);
    Plan plan = Planning.of(bare, managers, Frontend.of(bare.dockerfile()), Goal.MOUNT, AptSteps.NEVER);
    Map<StandingMount, MountRepair> repairs = HashMap.empty();
    for (WrongMount mount : wrong) {
      repairs = repairs.put(mount.standing(), repair(plan, mount, wrong));
    }
    Vector<StandingMount> repaired = repairs.values().map(MountRepair::standing).toVector();
    return new Replacements(repairs, plan.steps().flatMap(step -> needed(file, step, repaired)));
  }

  /** What becomes of a mount, as far as the place where it is goes. */
  MountRepair repair(StandingMount standing) {
    return repairs.getOrElse(standing, MountRepair.of(standing));
  }

  private static Dockerfile without(FileFacts file, Vector<WrongMount> wrong) {
    Vector<Edit> edits =
        wrong
            .map(mount -> mount.standing().run())
            .distinct()
            .map(run -> Edit.replace(run.holding(run.run().withoutFlags(flags(run, wrong)))).at(run.construct()));
    return Transform.edits((Dockerfile any) -> edits).apply(file.dockerfile()).after();
  }

  private static Vector<Flag> flags(RunFacts run, Vector<WrongMount> wrong) {
    return wrong.map(WrongMount::standing).filter(standing -> standing.run() == run).map(StandingMount::flag);
  }

  private static MountRepair repair(Plan plan, WrongMount mount, Vector<WrongMount> wrong) {
    StandingMount standing = mount.standing();
    Vector<CacheLocation> caches = inPlace(plan, standing);
    MountRepair nothing = MountRepair.of(standing);
    if (caches.isEmpty()) {
      return nothing.saying(mount.left(objection(plan, standing)));
    }
    Vector<WrongMount> others = wrong.reject(other -> other.standing().equals(standing));
    boolean doubled =
        others.exists(
            other -> other.standing().run() == standing.run() && inPlace(plan, other.standing()).equals(caches));
    if (doubled) {
      return nothing.saying(mount.left("another mount of the RUN is meant for the same cache"));
    }
    if (mount.rule() instanceof Marks
        && others.exists(other -> other.rule() instanceof Marks && inPlace(plan, other.standing()).isEmpty())) {
      return nothing.saying(mount.left("another RUN needs the lists that lie in it"));
    }
    Vector<CacheMount> mounts = caches.map(cache -> replaced(plan, standing, cache, caches.size() > 1));
    return new MountRepair(standing.with(mounts.head()), mounts.tail(), Vector.of(mount.mended()), Vector.empty());
  }

  /** The caches that a plan mounts in the place of a mount, where they can take it. */
  private static Vector<CacheLocation> inPlace(Plan plan, StandingMount standing) {
    RunPlan run = plan.runs().get(standing.run().order());
    return decision(run, standing)
        .toMount()
        .filter(cache -> standing.caches().contains(cache.cache()) || standing.path().exists(path -> Paths.within(cache.path(), path)))
        .filter(cache -> BuildSettings.keptApart(plan.file(), run.run(), standing.manager(), cache).isEmpty());
  }

  private static String objection(Plan plan, StandingMount standing) {
    return decision(plan.runs().get(standing.run().order()), standing)
        .findings()
        .headOption()
        .map(Finding::reason)
        .getOrElse("what uses the cache in this RUN is not seen, or not known to have it there");
  }

  private static Decision decision(RunPlan run, StandingMount standing) {
    return run.decisions().find(decision -> decision.manager().equals(standing.manager())).get();
  }

  /**
   * The mount in the place of a cache and with its owner, sharing and id, as far as these are not written. An id that is
   * written goes on, with the name of the folder where the mount had more in it.
   */
  private static CacheMount replaced(Plan plan, StandingMount standing, CacheLocation cache, boolean oneOfSeveral) {
    RunFacts run = plan.runs().get(standing.run().order()).run();
    CacheMount written = standing.mount();
    CacheMount usual = RunEdit.mount(run, standing.manager(), cache);
    CacheMount mount = written.withTarget(cache.path());
    for (Account owner : cache.owner()) {
      mount = mount.ownedBy(owner.uid().get(), owner.gid().get());
    }
    for (String sharing : written.sharing().isEmpty() ? usual.sharing() : Option.<String>none()) {
      mount = mount.withSharing(CacheMount.Sharing.named(sharing));
    }
    boolean ofPart = oneOfSeveral || standing.path().exists(path -> Paths.below(cache.path(), path));
    Option<String> id =
        written.id().isEmpty()
            ? usual.id()
            : written.id().filter(name -> ofPart).map(name -> name + "/" + Paths.baseName(cache.path()));
    return id.isDefined() ? mount.withId(id.get()) : mount;
  }

  /** A step that makes the directory of a mount that takes the place of another. */
  private static Option<ParentStep> needed(FileFacts file, ParentStep step, Vector<StandingMount> mounts) {
    return mounts
        .find(mount -> mount.run().order() == step.run().order() && mount.path().contains(step.path()))
        .map(mount -> new ParentStep(file, mount.run(), step.manager(), step.path()));
  }
}
