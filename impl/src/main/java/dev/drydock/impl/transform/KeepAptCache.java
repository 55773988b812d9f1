package dev.drydock.impl.transform;

import dev.drydock.caching.Distribution;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.BlankLine;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Makes apt keep the archives that it downloads.
 *
 * <p>Source of the rule: the official Debian and Ubuntu images configure apt in {@code docker-clean} to delete them
 * after every install (debuerreotype, {@code debuerreotype-minimizing-config}); the two lines are those of Docker's
 * documentation on cache mounts.
 */
final class KeepAptCache {

  private static final Pattern HANDLED =
      Pattern.compile("docker-clean|Keep-Downloaded-Packages|apt\\.conf\\.d/\\S*keep-cache");

  /** Distributions that have apt. */
  private static final Set<String> HAVING_APT = HashSet.of("debian", "ubuntu");

  private static final String ARCHIVES = "/var/cache/apt/archives";

  private KeepAptCache() {}

  /** One insertion for each lineage of stages that uses apt; warns of RUNs whose archives would stay in a layer. */
  static Seq<Edit> edits(Dockerfile dockerfile) {
    return edits(Survey.of(dockerfile), site -> false, growing -> Option.none());
  }

  /** The same where every apt RUN of the lineage is mounted; else a note which is not. */
  static Seq<Edit> editsWhereMounted(Survey survey, Predicate<Site> mounted) {
    return edits(survey, mounted, growing -> growing.headOption().map(KeepAptCache::unmounted));
  }

  private static Seq<Edit> edits(
      Survey survey, Predicate<Site> mounted, Function<Vector<Site>, Option<Finding>> unsafe) {
    List<Edit> edits = new ArrayList<>();
    List<Site> inserted = new ArrayList<>();
    for (Site site : firstOfLineages(survey.sites)) {
      if (inserted.stream().anyMatch(other -> site.follows(other.stage))) {
        continue;
      }
      Vector<Site> growing = growing(site, survey.sites, mounted);
      Option<Finding> objection = objection(site).orElse(() -> unsafe.apply(growing));
      if (objection.isDefined()) {
        edits.add(objection.get().addTo(Edit.keep(), PackageManagers.APT).at(site.construct));
      } else {
        inserted.add(site);
        edits.add(added(site));
        growing.forEach(grows -> edits.add(growsLayer(grows)));
      }
    }
    return Vector.ofAll(edits);
  }

  private static Finding unmounted(Site grows) {
    return Finding.kept(
        Rule.KEEP_UNMOUNTED,
        Contents.firstLine(grows.run),
        "line "
            + grows.dockerfile.line(grows.construct)
            + " may use apt without the mount, and what it downloads would then stay in its layer; apt goes on"
            + " deleting it");
  }

  /** The first RUN of each stage that installs with apt. */
  private static Vector<Site> firstOfLineages(Vector<Site> sites) {
    return sites
        .filter(site -> !(site.construct instanceof OnBuild) && installs(site))
        .distinctBy(site -> site.stage.number());
  }

  private static boolean installs(Site site) {
    return site.calls(PackageManagers.APT).exists(Call::downloads);
  }

  private static Option<Finding> objection(Site site) {
    Call call = site.calls(PackageManagers.APT).filter(Call::downloads).head();
    String subject = MountPlan.firstLine(call.command());
    if (isHandled(site)) {
      return Option.some(
          Finding.kept(Rule.KEEP_PRESENT, subject, "what apt does with its archives is configured in the file already"));
    }
    if (BaseImages.isWindows(site.stage) || call.command().changesUser() || !Users.mayBeRoot(site)) {
      return Option.some(
          Finding.kept(Rule.KEEP_NOT_ROOT, subject, "only root can configure apt, and RUN runs as another user here"));
    }
    boolean surely =
        isSurelyOfDebiansKin(site)
            || site.calls(PackageManagers.APT)
                .exists(any -> any.command().mustSucceed() && (any.downloads() || any.refreshes()));
    return surely && !BaseImages.hasAnotherApt(site.stage)
        ? Option.none()
        : Option.some(
            Finding.kept(
                Rule.KEEP_CONDITIONAL, subject, "apt is used under a condition, or without need to succeed, so the image may have none"));
  }

  /** Whether the base image is named without a variable, and is Debian's or Ubuntu's by that name. */
  private static boolean isSurelyOfDebiansKin(Site site) {
    return site.stage.lineage().head().from().image().text().indexOf('$') < 0
        && Distribution.of(site.stage.rootImage()).map(Distribution::family).exists(HAVING_APT::contains);
  }

  /** Whether anything in the lineage up to the end of the stage speaks of apt's archives already. */
  static boolean isHandled(Site site) {
    return site.sayings
        .of(HANDLED)
        .exists(instruction -> !(instruction instanceof OnBuild) && site.hasInLineage(instruction));
  }

  private static Edit added(Site site) {
    Comment comment = Comment.of("Configure apt to keep downloaded packages for cache mount");
    Run run =
        Run.of(
            "rm -f /etc/apt/apt.conf.d/docker-clean; \\\n"
                + "    echo 'Binary::apt::APT::Keep-Downloaded-Packages \"true\";'"
                + " > /etc/apt/apt.conf.d/keep-cache");
    boolean commented = MountCache.top(site) != site.construct;
    return (commented ? Edit.before(comment, run, BlankLine.of()) : Edit.before(comment, run))
        .because(
            Rule.KEEP_ADDED.id(),
            "apt",
            "apt then keeps the archives it downloads, for the cache mount; images built FROM this one inherit it")
        .at(MountCache.top(site));
  }

  /** The RUNs behind the insertion whose archives would stay in the layer: apt without a mount, or unknown scripts. */
  private static Vector<Site> growing(Site site, Vector<Site> sites, Predicate<Site> mounted) {
    return sites.filter(
        other ->
            other.order >= site.order
                && other.follows(site.stage)
                && !mounted.test(other)
                && !other.hasCacheAt(ARCHIVES)
                && Users.mayBeRoot(other)
                && (installs(other) || other.runsUnreadScript()));
  }

  private static Edit growsLayer(Site site) {
    return Edit.keep()
        .noting(
            Note.Kind.WARNING,
            Rule.KEEP_GROWS_LAYER.id(),
            Contents.firstLine(site.run),
            "apt keeps its archives now; without a cache mount on /var/cache/apt they stay in this layer")
        .at(site.construct);
  }
}
