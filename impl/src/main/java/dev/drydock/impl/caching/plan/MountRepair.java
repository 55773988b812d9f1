package dev.drydock.impl.caching.plan;

import dev.drydock.caching.CacheId;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Run;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.rule.Finding;
import dev.drydock.impl.caching.rule.MissingId;
import dev.drydock.impl.caching.rule.MixedDistributions;
import dev.drydock.impl.caching.rule.MountId;
import dev.drydock.impl.caching.rule.Sharing;
import dev.drydock.impl.caching.rule.StandingMount;
import dev.drydock.transform.Edit;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What becomes of a cache mount that a file has. Where it is mounted and for whom is repaired first, since its id goes by
 * that; then whether builds share it.
 *
 * @param standing the mount, as it is repaired so far
 * @param further the mounts right after it
 * @param findings what there is to say
 * @param arguments what its id needs
 */
record MountRepair(
    StandingMount standing, Vector<CacheMount> further, Vector<Finding> findings, Vector<ArgumentStep> arguments) {

  /**
   * What may be repaired of a RUN without a difference to any image or build; of the rest a note tells.
   *
   * @param managers those whose mounts are looked at
   */
  static Vector<MountRepair> safe(FileFacts file, RunFacts run, Seq<PackageManager> managers) {
    return StandingMount.of(file, run, managers).map(MountRepair::of).map(MountRepair::noted).map(MountRepair::locked);
  }

  /** Nothing yet. */
  static MountRepair of(StandingMount standing) {
    return new MountRepair(standing, Vector.empty(), Vector.empty(), Vector.empty());
  }

  MountRepair saying(Finding finding) {
    return new MountRepair(standing, further, findings.append(finding), arguments);
  }

  private MountRepair with(CacheMount mount) {
    return new MountRepair(standing.with(mount), further, findings, arguments);
  }

  /** With a note where another mount should be in its place. */
  private MountRepair noted() {
    return WrongMount.of(standing).map(wrong -> saying(wrong.noted())).getOrElse(this);
  }

  /** With the id that the policy chooses. */
  MountRepair named(Frontend frontend) {
    Option<CacheId> chosen = MissingId.of(standing);
    if (chosen.isEmpty()) {
      return this;
    }
    CacheId id = chosen.get();
    Option<Finding> objection = MountId.objection(standing.file(), standing.run(), id, frontend);
    return objection.isDefined()
        ? saying(MissingId.left(standing, objection.get()))
        : new MountRepair(
            standing.with(standing.mount().withId(id.text())),
            further,
            findings.append(MissingId.finding(standing, id)),
            ArgumentStep.needed(standing.file(), standing.run(), standing.manager(), id));
  }

  /** With an id of its distribution, where others share the cache. */
  MountRepair apart(MixedDistributions mixed) {
    return mixed
        .id(standing)
        .map(id -> with(standing.mount().withId(id.text())).saying(mixed.finding(standing, id)))
        .getOrElse(this);
  }

  /** Locked, where its cache is for one build at a time. */
  MountRepair locked() {
    return Sharing.repaired(standing)
        .map(mount -> with(mount).saying(Sharing.finding(standing)))
        .getOrElse(this);
  }

  boolean isSilent() {
    return findings.isEmpty();
  }

  /** A RUN with the repairs of its mounts. */
  static Run enact(Vector<MountRepair> repairs, RunFacts facts) {
    return repairs.foldRight(facts.run(), (repair, run) -> repair.addTo(facts, run));
  }

  /** An edit that also says what there is to say of repairs. */
  static Edit say(Vector<MountRepair> repairs, Edit edit) {
    return repairs.foldLeft(
        edit,
        (said, repair) ->
            repair.findings.foldLeft(said, (more, finding) -> finding.addTo(more, repair.standing.manager())));
  }

  /** The RUN with this mount in the place of what stands there: the mounts before it are the same still. */
  private Run addTo(RunFacts facts, Run before) {
    int index = facts.run().flags().indexOf(standing.flag());
    Flag flag = before.flags().get(index);
    Run run = standing.isWritten() ? before : before.replace(flag, standing.mount());
    for (CacheMount mount : further.reverse()) {
      run = run.withMount(index + 1, mount);
    }
    return run;
  }
}
