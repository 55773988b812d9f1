package dev.drydock.impl.caching;

import dev.drydock.caching.Distribution;
import dev.drydock.caching.KnownPrograms;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.impl.caching.effect.Effect;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.effect.Options;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.fact.AptArchives;
import dev.drydock.impl.caching.fact.AptConfiguration;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.fact.PathHistory;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.plan.Comments;
import dev.drydock.impl.caching.plan.Insertion;
import dev.drydock.impl.caching.plan.Goal;
import dev.drydock.impl.caching.plan.Plan;
import dev.drydock.impl.caching.plan.Planning;
import dev.drydock.impl.caching.plan.RunPlan;
import dev.drydock.impl.caching.rule.AptSteps;
import dev.drydock.impl.caching.rule.CleanupHook;
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
 * Makes apt keep all archives that it downloads, as Docker's documentation on cache mounts does.
 *
 * <p>Source of the rule: the official Debian and Ubuntu images configure apt in {@code docker-clean} to delete them
 * after every install (debuerreotype, {@code debuerreotype-minimizing-config}).
 */
final class KeepAptCache {

  private static final String ADDED = "keep-apt-cache/added";
  private static final String PRESENT = "keep-apt-cache/present";
  private static final String NOT_ROOT = "keep-apt-cache/not-root";
  private static final String CONDITIONAL = "keep-apt-cache/conditional";
  private static final String NEEDED = "keep-apt-cache/needed";
  private static final String UNMOUNTED = "keep-apt-cache/unmounted";
  private static final String GROWS_LAYER = "keep-apt-cache/grows-layer";

  /** Distributions that have apt. */
  private static final Set<String> HAVING_APT = HashSet.of("debian", "ubuntu");

  /** Commands that read apt's lists into a cache of their own, {@code pkgcache.bin}. */
  private static final Set<String> OPEN_PACKAGE_CACHE =
      HashSet.of("apt", "apt-get", "aptitude", "apt-fast", "apt-cache", "apt-mark", "add-apt-repository", "apt-add-repository");

  /** The RUNs that do something with the image's hook that may fail where it is missing. */
  private static final PathHistory.Question NEED_HOOK =
      (history, run, act) -> !(act.effect() instanceof Effect.Removes) && !isForced(act);

  private final FileFacts file;
  private final Plan plan;
  private final boolean onlyWhereMounted;
  private final Vector<RunFacts> places;
  private final Vector<Edit> notes;

  private KeepAptCache(FileFacts file, Plan plan, boolean onlyWhereMounted) {
    this.file = file;
    this.plan = plan;
    this.onlyWhereMounted = onlyWhereMounted;
    List<RunFacts> found = new ArrayList<>();
    List<Edit> said = new ArrayList<>();
    for (RunFacts run : AptArchives.firstInstalls(file)) {
      if (found.stream().noneMatch(other -> file.stages().isCertainlyBuiltOn(run.stage(), other.stage()))) {
        decide(run, found, said);
      }
    }
    this.places = Vector.ofAll(found);
    this.notes = Vector.ofAll(said);
  }

  /** One insertion for each lineage of stages that uses apt; warns of RUNs whose archives would stay in a layer. */
  static Seq<Edit> edits(Dockerfile dockerfile, KnownPrograms programs) {
    FileFacts file = FileFacts.of(dockerfile, Vector.of(PackageManagers.APT), programs);
    KeepAptCache keeping =
        new KeepAptCache(file, Planning.of(file, Vector.empty(), Frontend.of(dockerfile), Goal.CLEAR, AptSteps.NEVER), false);
    return keeping.places().map(run -> added(run, AptConfigurationForm.DOCUMENTED)).appendAll(keeping.notes());
  }

  /** Whether what is to be mounted may be apt's. */
  static boolean concerns(Seq<PackageManager> managers) {
    return managers.exists(manager -> manager.name().equals(PackageManagers.APT.name()));
  }

  /** The same where every apt RUN of the lineage is mounted, now or by a plan; else a note which is not. */
  static KeepAptCache whereMounted(FileFacts file, Plan plan) {
    return new KeepAptCache(file, plan, true);
  }

  /** The step in one of its forms, above the comments of the RUN that it is for. */
  static Edit added(RunFacts run, AptConfigurationForm form) {
    return Insertion.before(run, form.comment(), form.command())
        .because(ADDED, "apt", form.reason())
        .at(run.dockerfile().constructs().get(Comments.topOf(run)));
  }

  /** The RUNs before which apt is to be configured. */
  Vector<RunFacts> places() {
    return places;
  }

  /** Why it is not to be elsewhere, and which layers grow. */
  Vector<Edit> notes() {
    return notes;
  }

  private void decide(RunFacts run, List<RunFacts> found, List<Edit> said) {
    Vector<RunFacts> growing = growing(run);
    Option<Finding> objection =
        objection(run)
            .orElse(() -> needed(run))
            .orElse(() -> growing.find(any -> onlyWhereMounted || isNeverMounted(any)).map(KeepAptCache::unmounted));
    if (objection.isDefined()) {
      said.add(objection.get().addTo(Edit.keep(), PackageManagers.APT).at(run.construct()));
    } else {
      found.add(run);
      growing.forEach(grows -> said.add(growsLayer(grows)));
    }
  }

  /** Whether it runs apt and downloads nothing, so that no mount will come. */
  private static boolean isNeverMounted(RunFacts run) {
    return opensPackageCache(run) && !AptArchives.installs(run);
  }

  private static Finding unmounted(RunFacts grows) {
    return Finding.kept(
        UNMOUNTED,
        FirstLine.of(grows.run()),
        "line "
            + grows.line()
            + " may use apt without the mount, and what apt then keeps would stay in its layer; apt goes on"
            + " deleting it");
  }

  private Option<Finding> objection(RunFacts run) {
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
        isSurelyOfDebiansKin(run)
            || calls.exists(any -> any.command().mustSucceed() && (any.downloads() || any.refreshes()));
    return surely && !run.image().hasAnotherApt()
        ? Option.none()
        : Option.some(
            Finding.kept(
                CONDITIONAL, subject, "apt is used under a condition, or without need to succeed, so the image may have none"));
  }

  /** Whether the base image is named without a variable, and is Debian's or Ubuntu's by that name. */
  private boolean isSurelyOfDebiansKin(RunFacts run) {
    return file.stages().root(run.stage()).from().image().text().indexOf('$') < 0
        && Distribution.of(run.image().reference()).map(Distribution::family).exists(HAVING_APT::contains);
  }

  /** Whether it removes the file where there is one, and does not mind where there is none. */
  private static boolean isForced(PathHistory.Act act) {
    return act.effect() instanceof Effect.Displaces
        && act.invocation().name().equals("rm")
        && Options.has(act.invocation().arguments(), 'f', "force");
  }

  /** That a later step, also in an image built on this one, fails where the hook that is removed is missing. */
  private Option<Finding> needed(RunFacts run) {
    return file.at(AptConfiguration.DOCKER_CLEAN)
        .runsThat(NEED_HOOK)
        .firstAfter(run)
        .map(
            other ->
                Finding.kept(
                    NEEDED,
                    FirstLine.of(other.run()),
                    "it needs " + AptConfiguration.DOCKER_CLEAN + ", which would be gone, and may fail then"));
  }

  /** The RUNs after the insertion whose layer would grow: apt without a mount, or unknown scripts. */
  private Vector<RunFacts> growing(RunFacts run) {
    return plan.runs()
        .filter(other -> other.run().order() >= run.order() && other.run().follows(run.stage()))
        .filter(
            other ->
                other.run().mayBeRoot()
                    && !other.covers(CleanupHook.ARCHIVES)
                    && !other.run().hasCacheAt(CleanupHook.ARCHIVES))
        .map(RunPlan::run)
        .filter(other -> opensPackageCache(other) || other.mayCallPackageManagers());
  }

  private static boolean opensPackageCache(RunFacts run) {
    return run.invocations().exists(invocation -> OPEN_PACKAGE_CACHE.contains(invocation.name()));
  }

  private static Edit growsLayer(RunFacts run) {
    return Finding.warning(
            GROWS_LAYER,
            FirstLine.of(run.run()),
            opensPackageCache(run)
                ? "apt keeps its archives now; without a cache mount on /var/cache/apt they stay in this layer"
                : "it may call apt, which keeps its archives now; without a cache mount on /var/cache/apt they would stay"
                    + " in this layer")
        .addTo(Edit.keep(), PackageManagers.APT)
        .at(run.construct());
  }
}
