package dev.drydock.impl.transform;

import dev.drydock.caching.Account;
import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.CacheId;
import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.Run;
import dev.drydock.transform.Edit;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** Mounts caches on the RUNs that download, and leaves everything else of them alone. */
final class MountCache {

  private static final int BEHIND_ALL = Integer.MAX_VALUE;

  private MountCache() {}

  static Seq<Edit> edits(Dockerfile dockerfile, Seq<PackageManager> managers) {
    Survey survey = Survey.of(dockerfile);
    List<Edit> edits = new ArrayList<>();
    ParentSteps parents = new ParentSteps(survey);
    ArgumentSteps arguments = new ArgumentSteps();
    for (Site site : survey.sites) {
      Run run = site.run;
      Edit notes = Edit.keep();
      Vector<String> planned = Vector.empty();
      for (PackageManager manager : managers) {
        MountPlan plan = MountPlan.of(site, manager, survey).beside(planned);
        planned = planned.appendAll(plan.toMount().map(Target::path));
        run = mounted(site, run, plan);
        notes = noted(notes, site, plan);
        for (Finding finding : inert(site, plan)) {
          notes = finding.addTo(notes, manager);
        }
        parents.add(site, plan);
        arguments.add(site, plan);
      }
      edits.add(edit(site, run, notes));
    }
    edits.addAll(0, parents.edits().asJava());
    edits.addAll(arguments.edits().asJava());
    return Vector.ofAll(edits);
  }

  /** The edit that puts another RUN in a site's place, or only speaks of it. */
  static Edit edit(Site site, Run run, Edit notes) {
    Edit edit = run == site.run ? Edit.keep() : Edit.replace(site.holding(run));
    return edit.and(notes).at(site.construct);
  }

  /** The RUN with the plan's mounts, each in its canonical place. */
  static Run mounted(Site site, Run before, MountPlan plan) {
    Run run = before;
    for (Target target : plan.toMount()) {
      run = run.withMount(place(site, run, rank(site, target.path())), mount(site, plan.manager(), target));
    }
    return run;
  }

  private static CacheMount mount(Site site, PackageManager manager, Target target) {
    CacheMount mount = CacheMount.at(target.path());
    CacheDirectory cache = target.cache();
    if (cache.sharing().isDefined()) {
      mount = mount.withSharing(cache.sharing().get());
    }
    Option<CacheId> id = MountIds.of(manager, target.path(), site.stage);
    if (id.isDefined()) {
      mount = mount.withId(id.get().text());
    }
    if (target.owner().isDefined()) {
      Account owner = target.owner().get();
      mount = mount.ownedBy(owner.uid().get(), owner.gid().get());
    }
    return mount;
  }

  /** The index of the first flag that stands behind a mount of this rank. */
  private static int place(Site site, Run run, int rank) {
    Vector<Flag> flags = run.flags();
    for (int i = 0; i < flags.size(); i++) {
      Option<MountPoint> point =
          flags.get(i).name().equals("mount")
              ? flags.get(i).value().flatMap(Mount::parse).flatMap(mount -> MountPoint.of(mount, site.scope))
              : Option.none();
      if (point.filter(MountPoint::isCache).map(at -> rank(site, at.path())).getOrElse(BEHIND_ALL) > rank) {
        return i;
      }
    }
    return flags.size();
  }

  /** Where in the order of package managers, and of their caches, a mount at this path stands. */
  static int rank(Site site, String path) {
    Vector<PackageManager> all = PackageManagers.ALL;
    for (int i = 0; i < all.size(); i++) {
      Vector<CacheDirectory> caches = all.get(i).caches();
      for (int j = 0; j < caches.size(); j++) {
        if (isCache(site, all.get(i), caches.get(j), path)) {
          return i * 10 + j;
        }
      }
    }
    return all.size() * 10;
  }

  /** Whether a path is where a package manager usually keeps this cache, or where a call of it in the RUN does. */
  static boolean isCache(Site site, PackageManager manager, CacheDirectory cache, String path) {
    boolean usual =
        cache.path().startsWith("~/")
            ? path.endsWith(cache.path().substring(1))
            : Paths.within(path, cache.path());
    return usual
        || site.calls(manager)
            .exists(call -> Target.of(site, call, cache).exists(target -> target.path().equals(path)));
  }

  /** The plan's notes: what is mounted now, and what it found. */
  static Edit noted(Edit notes, Site site, MountPlan plan) {
    Edit all = notes;
    if (plan.toMount().nonEmpty()) {
      all =
          Finding.changed(
                  Rule.MOUNTED,
                  plan.toMount().map(Target::path).mkString(", "),
                  plan.manager().name()
                      + " downloads here; what it downloads is kept for later builds"
                      + (leavesLists(site, plan) ? "; its lists are not in the image any more" : ""))
              .addTo(all, plan.manager());
      boolean narrowed =
          plan.toMount().exists(target -> target.path().equals(AptLists.LISTS))
              && plan.manager().caches().exists(cache -> cache.path().equals("/var/lib/apt"));
      if (narrowed) {
        all =
            Finding.changed(
                    Rule.NARROWED,
                    AptLists.LISTS,
                    "the file uses apt's marks of automatically installed packages, which lie in /var/lib/apt and"
                        + " must stay in the image; only the lists are mounted")
                .addTo(all, plan.manager());
      }
    }
    for (Finding finding : plan.findings()) {
      all = finding.addTo(all, plan.manager());
    }
    return all;
  }

  /** Whether the image had the lists until now, also for images FROM it. */
  private static boolean leavesLists(Site site, MountPlan plan) {
    return plan.toMount().exists(target -> Paths.within(AptLists.LISTS, target.path())) && !AptLists.deletesLists(site);
  }

  /** What keeps the mounts of the plan from being of use. */
  private static Vector<Finding> inert(Site site, MountPlan plan) {
    if (plan.toMount().isEmpty()) {
      return Vector.empty();
    }
    Vector<Finding> found =
        Defeat.of(site, plan.manager(), plan.toMount().map(Target::path))
            .map(
                defeat ->
                    Finding.warning(
                        Rule.INERT, defeat.subject(), defeat.reason() + "; dropCacheDefeaters() takes it out"));
    boolean hooked = AptLists.isApt(plan.manager()) && !KeepAptCache.isHandled(site);
    return found
        .appendAll(Defeats.byEnvironment(site, plan.manager()))
        .appendAll(Defeats.withoutRequirement(site, plan))
        .appendAll(
            hooked
                ? Vector.of(
                    Finding.warning(
                        Rule.INERT,
                        "docker-clean",
                        "the base image makes apt delete what it has downloaded; keepAptCache() before this keeps it"))
                : Vector.empty());
  }

  /** The construct above which something that belongs before a RUN is put: the first of the comments right above. */
  static Construct top(Site site) {
    int index = site.index;
    while (index > 0 && site.dockerfile.constructs().get(index - 1) instanceof Comment) {
      index--;
    }
    return site.dockerfile.constructs().get(index);
  }
}
