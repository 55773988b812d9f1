package dev.drydock.impl.transform;

import dev.drydock.caching.Account;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Add;
import dev.drydock.dockerfile.BindMount;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Cmd;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Entrypoint;
import dev.drydock.dockerfile.HealthCheck;
import dev.drydock.dockerfile.Instruction;
import io.vavr.Lazy;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What decisions about one RUN need to know of the whole file, and of what was decided for the RUNs before it. Used by
 * one rewrite, which asks in the order of the file.
 *
 * <p>Each question that a RUN may ask about all others is answered once for the file, as the few places that it is
 * about, so that the cost of a file with many RUNs grows with their number and not with its square.
 */
final class Survey {

  /** Whether defeaters are dropped together with the mount, so that a removal of the mount point may go. */
  enum Defeaters {
    STAY,
    GO
  }

  final Dockerfile dockerfile;
  final Vector<Site> sites;
  final Frontend frontend;
  final Defeaters defeaters;

  /** COPY and ADD. */
  final Lazy<Vector<Instruction>> copies = Lazy.of(() -> instructions(i -> i instanceof Copy || i instanceof Add));

  /** CMD, ENTRYPOINT and HEALTHCHECK. */
  final Lazy<Vector<Instruction>> runTime =
      Lazy.of(
          () -> instructions(i -> i instanceof Cmd || i instanceof Entrypoint || i instanceof HealthCheck));

  /** The RUNs that mount files of a stage. */
  final Lazy<Vector<Site>> binding =
      Lazy.of(
          () ->
              sites(
                  site ->
                      site.run
                          .mounts()
                          .exists(
                              m ->
                                  (m instanceof BindMount bind && bind.from().isDefined())
                                      || (m instanceof CacheMount cache && cache.from().isDefined()))));

  /** The RUNs with mounts. */
  final Lazy<Vector<Site>> mounting = Lazy.of(() -> sites(site -> site.run.mountFlags().nonEmpty()));

  /** The RUNs of root's with a HOME elsewhere. */
  final Lazy<Vector<Site>> rootElsewhere = Lazy.of(() -> sites(Parents::isRootElsewhere));

  /** The RUNs that give files to a user. */
  final Lazy<Vector<Site>> handingOver =
      Lazy.of(() -> sites(site -> site.commands.exists(command -> command.name().contains("chown"))));

  /** The RUNs that show that their user is root. */
  final Lazy<Vector<Site>> showingRoot = Lazy.of(() -> sites(Users::showsRoot));

  /** The RUNs that use apt's marks of automatically installed packages. */
  final Lazy<Vector<Site>> usingMarks = Lazy.of(() -> sites(AptLists::usesMarks));

  /** The RUNs that fetch, delete or live on apt's lists. */
  final Lazy<Vector<Site>> touchingLists = Lazy.of(() -> sites(AptLists::touchesLists));

  /** The RUNs that run what may call any package manager: build tools, and scripts whose text is not here. */
  final Lazy<Vector<Site>> building = Lazy.of(() -> sites(CacheReaders::runsBuildTool));

  private final Map<String, Vector<Site>> puttingInto = new HashMap<>();
  private final Map<String, Vector<Site>> expecting = new HashMap<>();
  private final Map<String, Vector<Site>> removing = new HashMap<>();
  private final Map<String, Vector<Site>> making = new HashMap<>();
  private final Map<String, Vector<Site>> givingAway = new HashMap<>();
  private final Map<String, Vector<Site>> takingAway = new HashMap<>();
  private final IdentityHashMap<PackageManager, Vector<Site>> calling = new IdentityHashMap<>();
  private final IdentityHashMap<PackageManager, List<Site>> leaving = new IdentityHashMap<>();
  private final Set<Integer> listsMounted = new HashSet<>();
  private final List<Step> steps = new ArrayList<>();

  /** A step right before a RUN, by its user, that makes a directory. */
  record Step(Site site, String path) {}

  Survey(Dockerfile dockerfile, Frontend frontend, Defeaters defeaters) {
    this.dockerfile = dockerfile;
    this.sites = Site.of(dockerfile);
    this.frontend = frontend;
    this.defeaters = defeaters;
  }

  /** Of the whole file as it is, by its own frontend. */
  static Survey of(Dockerfile dockerfile) {
    return new Survey(dockerfile, Frontend.of(dockerfile), Defeaters.STAY);
  }

  private Vector<Instruction> instructions(Predicate<Instruction> wanted) {
    return dockerfile.instructions().filter(wanted);
  }

  private Vector<Site> sites(Predicate<Site> wanted) {
    return sites.filter(wanted);
  }

  /** Of these RUNs the last one before a RUN in its lineage for which this holds. */
  static Option<Site> lastBefore(Vector<Site> some, Site site, Predicate<Site> wanted) {
    for (int i = behind(some, site.order - 1) - 1; i >= 0; i--) {
      if (site.follows(some.get(i).stage) && wanted.test(some.get(i))) {
        return Option.some(some.get(i));
      }
    }
    return Option.none();
  }

  /** Of these RUNs the first one after a RUN, in its stage or in those built on it, for which this holds. */
  static Option<Site> firstAfter(Vector<Site> some, Site site, Predicate<Site> wanted) {
    for (int i = behind(some, site.order); i < some.size(); i++) {
      if (some.get(i).mayFollow(site.stage) && wanted.test(some.get(i))) {
        return Option.some(some.get(i));
      }
    }
    return Option.none();
  }

  /** How many of these RUNs run at or before a place in the order. */
  private static int behind(Vector<Site> some, int order) {
    int low = 0;
    int high = some.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (some.get(middle).order <= order) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The RUNs with a command that may put files into a directory. */
  Vector<Site> puttingInto(String path) {
    return puttingInto.computeIfAbsent(path, key -> sites(site -> Contents.putsFilesInto(site, key)));
  }

  /** The RUNs that may remove a directory, or one above it. */
  Vector<Site> removing(String path) {
    return removing.computeIfAbsent(
        path,
        key ->
            sites(site -> Removals.of(site, key).exists(removal -> removal.effect() != Removals.Effect.EMPTIES)));
  }

  /** The RUNs of other users than the target's that may make a directory in its home. */
  Vector<Site> makingAsOthers(Target target, String directory) {
    return making.computeIfAbsent(
        target.owner().get().name() + ' ' + directory, key -> sites(site -> Parents.mayMake(site, target, directory)));
  }

  /** The RUNs that make a directory another's than root's, or let others write to it. */
  Vector<Site> givingAway(String directory) {
    return givingAway.computeIfAbsent(directory, key -> sites(site -> Ownership.givesAway(site, key)));
  }

  /** The RUNs that remove the home of a target's owner, or make it another's. */
  Vector<Site> takingAway(Target target) {
    Account owner = target.owner().get();
    String home = target.home().get();
    return takingAway.computeIfAbsent(
        owner.name() + ' ' + owner.uid() + ' ' + home, key -> sites(site -> Ownership.takesAway(site, owner, home)));
  }

  /** The RUNs with a command that goes by what is in a directory. */
  Vector<Site> expecting(String path) {
    return expecting.computeIfAbsent(path, key -> sites(site -> Contents.expects(site, key)));
  }

  /** The RUNs that download with a package manager, or take from its cache what it would download. */
  Vector<Site> calling(PackageManager manager) {
    return calling.computeIfAbsent(
        manager,
        key ->
            sites(
                site ->
                    site.names(manager)
                        && site.calls(manager)
                            .exists(call -> call.downloads() || call.effect() == Call.Effect.READS_CACHE)));
  }

  /** Keeps in mind that what this RUN downloads stays in the image. */
  void leavesCache(PackageManager manager, Site site) {
    leaving.computeIfAbsent(manager, key -> new ArrayList<>()).add(site);
  }

  /** The RUNs for which it was decided that what they download stays in the image. */
  Vector<Site> leavingCache(PackageManager manager) {
    return Vector.ofAll(leaving.getOrDefault(manager, List.of()));
  }

  /** Keeps in mind that a step right before this RUN makes a directory as its user. */
  void isMade(Site site, String path) {
    steps.add(new Step(site, path));
  }

  /** The steps that it was decided to add. */
  List<Step> steps() {
    return steps;
  }

  /** Keeps in mind that apt's lists of this RUN lie in a mount from now on. */
  void listsAreMounted(Site site) {
    listsMounted.add(site.index);
  }

  /** Whether it was decided that apt's lists of this RUN lie in a mount. */
  boolean mountsLists(Site site) {
    return listsMounted.contains(site.index);
  }
}
