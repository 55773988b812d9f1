package dev.drydock.impl.caching;

import dev.drydock.caching.Distribution;
import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.fact.AptArchives;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.plan.Comments;
import dev.drydock.impl.caching.plan.Insertion;
import dev.drydock.impl.caching.plan.Goal;
import dev.drydock.impl.caching.plan.Plan;
import dev.drydock.impl.caching.plan.RunPlan;
import dev.drydock.impl.caching.rule.Finding;
import dev.drydock.transform.Edit;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes apt keep the archives that it downloads.
 *
 * <p>Source of the rule: the official Debian and Ubuntu images configure apt in {@code docker-clean} to delete them
 * after every install (debuerreotype, {@code debuerreotype-minimizing-config}); the two lines are those of Docker's
 * documentation on cache mounts.
 */
final class KeepAptCache {

  private static final String ARCHIVES = "/var/cache/apt/archives";

  private static final String ADDED = "keep-apt-cache/added";
  private static final String PRESENT = "keep-apt-cache/present";
  private static final String NOT_ROOT = "keep-apt-cache/not-root";
  private static final String CONDITIONAL = "keep-apt-cache/conditional";
  private static final String UNMOUNTED = "keep-apt-cache/unmounted";
  private static final String GROWS_LAYER = "keep-apt-cache/grows-layer";

  /** Distributions that have apt. */
  private static final Set<String> HAVING_APT = HashSet.of("debian", "ubuntu");

  private KeepAptCache() {}

  /** One insertion for each lineage of stages that uses apt; warns of RUNs whose archives would stay in a layer. */
  static Seq<Edit> edits(Dockerfile dockerfile, KnownPrograms programs) {
    FileFacts file = FileFacts.of(dockerfile, Vector.of(PackageManagers.APT), programs);
    return edits(file, Plan.of(file, Vector.empty(), Frontend.of(dockerfile), Goal.CLEAR), false);
  }

  /** The same where every apt RUN of the lineage is mounted, now or by a plan; else a note which is not. */
  static Seq<Edit> editsWhereMounted(FileFacts file, Plan plan) {
    return edits(file, plan, true);
  }

  private static Seq<Edit> edits(FileFacts file, Plan plan, boolean onlyWhereMounted) {
    List<Edit> edits = new ArrayList<>();
    List<RunFacts> inserted = new ArrayList<>();
    for (RunFacts run : AptArchives.firstInstalls(file)) {
      if (inserted.stream().anyMatch(other -> run.follows(other.stage()))) {
        continue;
      }
      Vector<RunFacts> growing = growing(run, plan);
      Option<Finding> objection =
          objection(file, run)
              .orElse(() -> growing.headOption().filter(any -> onlyWhereMounted).map(KeepAptCache::unmounted));
      if (objection.isDefined()) {
        edits.add(objection.get().addTo(Edit.keep(), PackageManagers.APT).at(run.construct()));
      } else {
        inserted.add(run);
        edits.add(added(run));
        growing.forEach(grows -> edits.add(growsLayer(grows)));
      }
    }
    return Vector.ofAll(edits);
  }

  private static Finding unmounted(RunFacts grows) {
    return Finding.kept(
        UNMOUNTED,
        FirstLine.of(grows.run()),
        "line "
            + grows.line()
            + " may use apt without the mount, and what it downloads would then stay in its layer; apt goes on"
            + " deleting it");
  }

  private static Option<Finding> objection(FileFacts file, RunFacts run) {
    Vector<PackageCall> calls = run.calls(PackageManagers.APT);
    PackageCall call = calls.filter(PackageCall::downloads).head();
    String subject = call.invocation().firstLine();
    if (AptArchives.areConfigured(file, run)) {
      return Option.some(
          Finding.kept(PRESENT, subject, "what apt does with its archives is configured in the file already"));
    }
    if (run.image().isWindows() || call.command().changesUser() || !run.mayBeRoot()) {
      return Option.some(
          Finding.kept(NOT_ROOT, subject, "only root can configure apt, and RUN runs as another user here"));
    }
    boolean surely =
        isSurelyOfDebiansKin(file, run)
            || calls.exists(any -> any.command().mustSucceed() && (any.downloads() || any.refreshes()));
    return surely && !run.image().hasAnotherApt()
        ? Option.none()
        : Option.some(
            Finding.kept(
                CONDITIONAL, subject, "apt is used under a condition, or without need to succeed, so the image may have none"));
  }

  /** Whether the base image is named without a variable, and is Debian's or Ubuntu's by that name. */
  private static boolean isSurelyOfDebiansKin(FileFacts file, RunFacts run) {
    return file.stages().root(run.stage()).from().image().text().indexOf('$') < 0
        && Distribution.of(run.image().reference()).map(Distribution::family).exists(HAVING_APT::contains);
  }

  private static Edit added(RunFacts run) {
    return Insertion.before(
            run,
            "Configure apt to keep downloaded packages for cache mount",
            "rm -f /etc/apt/apt.conf.d/docker-clean; \\\n"
                + "    echo 'Binary::apt::APT::Keep-Downloaded-Packages \"true\";'"
                + " > /etc/apt/apt.conf.d/keep-cache")
        .because(
            ADDED,
            "apt",
            "apt then keeps the archives it downloads, for the cache mount; images built FROM this one inherit it")
        .at(run.dockerfile().constructs().get(Comments.topOf(run)));
  }

  /** The RUNs after the insertion whose archives would stay in the layer: apt without a mount, or unknown scripts. */
  private static Vector<RunFacts> growing(RunFacts run, Plan plan) {
    return plan.runs()
        .filter(other -> other.run().order() >= run.order() && other.run().follows(run.stage()))
        .filter(other -> other.run().mayBeRoot() && !other.covers(ARCHIVES) && !other.run().hasCacheAt(ARCHIVES))
        .map(RunPlan::run)
        .filter(other -> AptArchives.installs(other) || other.mayCallPackageManagers());
  }

  private static Edit growsLayer(RunFacts run) {
    return Finding.warning(
            GROWS_LAYER,
            FirstLine.of(run.run()),
            "apt keeps its archives now; without a cache mount on /var/cache/apt they stay in this layer")
        .addTo(Edit.keep(), PackageManagers.APT)
        .at(run.construct());
  }
}
