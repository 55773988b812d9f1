package dev.drydock.impl.caching.plan;

import dev.drydock.caching.Account;
import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.CacheId;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.TmpfsMount;
import dev.drydock.impl.caching.fact.BuildsFolder;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.MountPoint;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.rule.BuildSettings;
import dev.drydock.impl.caching.rule.DefeatingEnvironment;
import dev.drydock.impl.caching.rule.Finding;
import dev.drydock.impl.caching.rule.Inert;
import dev.drydock.impl.caching.rule.MountId;
import dev.drydock.impl.caching.rule.Mounted;
import dev.drydock.impl.caching.rule.Narrowed;
import dev.drydock.transform.Edit;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * Makes a RUN what was decided: with its mounts, each in its canonical place, and without what defeats them.
 *
 * @param changes whether the RUN becomes another one
 */
record RunEdit(Edit edit, boolean changes) {

  private static final int AFTER_ALL = Integer.MAX_VALUE;

  static RunEdit of(FileFacts file, RunPlan plan, Goal goal) {
    RunFacts facts = plan.run();
    Vector<MountRepair> repairs =
        goal.repairs() ? MountRepair.safe(file, facts, plan.decisions().map(Decision::manager)) : Vector.empty();
    Run mounted = MountRepair.enact(repairs, facts);
    for (Decision decision : plan.decisions()) {
      mounted = mounted(file, facts, mounted, decision);
    }
    DefeaterRemoval removal =
        goal.clears() ? DefeaterRemoval.of(file, plan, mounted) : DefeaterRemoval.nothing(mounted);
    Edit notes = MountRepair.say(repairs, Edit.keep());
    for (Decision decision : plan.decisions()) {
      for (Finding finding : findings(file, decision, removal, goal)) {
        notes = finding.addTo(notes, decision.manager());
      }
    }
    Run result = removal.run();
    boolean changes = result != facts.run();
    Edit edit = changes ? Edit.replace(facts.holding(result)) : Edit.keep();
    return new RunEdit(edit.and(notes).at(facts.construct()), changes);
  }

  /** What there is to say, of one package manager. */
  private static Vector<Finding> findings(FileFacts file, Decision decision, DefeaterRemoval removal, Goal goal) {
    RunFacts run = decision.run();
    PackageManager manager = decision.manager();
    Vector<CacheLocation> mounted = decision.toMount();
    Vector<Finding> findings =
        Mounted.of(file, run, manager, mounted)
            .toVector()
            .appendAll(Narrowed.of(manager, mounted))
            .appendAll(mounted.flatMap(cache -> BuildSettings.keptApart(file, run, manager, cache)))
            .appendAll(decision.findings());
    if (goal == Goal.MOUNT && mounted.nonEmpty()) {
      return findings
          .appendAll(Inert.of(file, run, manager, mounted.map(CacheLocation::path)))
          .appendAll(DefeatingEnvironment.of(file, run, manager))
          .appendAll(Inert.withoutRequirement(file, run, manager))
          .appendAll(Inert.byHook(file, run, mounted.map(CacheLocation::path)));
    }
    if (goal.clears() && decision.paths().nonEmpty()) {
      findings = findings.appendAll(removal.findings(decision)).appendAll(DefeatingEnvironment.of(file, run, manager));
      return mounted.isEmpty() ? findings : findings.appendAll(Inert.withoutRequirement(file, run, manager));
    }
    return findings;
  }

  private static Run mounted(FileFacts file, RunFacts facts, Run before, Decision decision) {
    Run run = before;
    for (CacheLocation cache : decision.toMount()) {
      run = with(file, facts, run, cache.path(), mount(facts, decision.manager(), cache));
      run = apart(file, facts, run, decision.manager(), cache);
    }
    return run;
  }

  /** With an empty directory where a cache would keep builds that must not be shared. */
  static Run apart(FileFacts file, RunFacts facts, Run run, PackageManager manager, CacheLocation cache) {
    if (BuildSettings.keptApart(file, facts, manager, cache).isEmpty() || BuildsFolder.isEmptied(facts, cache)) {
      return run;
    }
    String folder = BuildsFolder.of(cache).get();
    return with(file, facts, run, folder, TmpfsMount.at(folder));
  }

  private static Run with(FileFacts file, RunFacts facts, Run run, String path, Mount mount) {
    return run.withMount(place(file, facts, run, MountOrder.rank(file, facts, path)), mount);
  }

  /** The mount of a cache, as it is added. */
  static CacheMount mount(RunFacts facts, PackageManager manager, CacheLocation location) {
    CacheMount mount = CacheMount.at(location.path());
    CacheDirectory cache = location.cache();
    if (cache.sharing().isDefined()) {
      mount = mount.withSharing(CacheMount.Sharing.named(cache.sharing().get()));
    }
    Option<CacheId> id = MountId.of(manager, location.path(), facts.stage());
    if (id.isDefined()) {
      mount = mount.withId(id.get().text());
    }
    if (location.owner().isDefined()) {
      Account owner = location.owner().get();
      mount = mount.ownedBy(owner.uid().get(), owner.gid().get());
    }
    return mount;
  }

  /** The index of the first flag that stands after a mount of this rank. */
  private static int place(FileFacts file, RunFacts facts, Run run, int rank) {
    Vector<Flag> flags = run.flags();
    for (int i = 0; i < flags.size(); i++) {
      Option<MountPoint> point =
          flags.get(i).name().equals("mount")
              ? flags.get(i).value().flatMap(Mount::parse).flatMap(mount -> MountPoint.of(mount, facts.scope()))
              : Option.none();
      int other =
          point
              .filter(at -> at.isCache() || at.mount() instanceof TmpfsMount)
              .map(at -> MountOrder.rank(file, facts, at))
              .getOrElse(AFTER_ALL);
      if (other > rank) {
        return i;
      }
    }
    return flags.size();
  }
}
