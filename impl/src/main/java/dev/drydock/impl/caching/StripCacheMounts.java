package dev.drydock.impl.caching;

import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.BlankLine;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Comment;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.TmpfsMount;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.MountPoint;
import dev.drydock.impl.caching.fact.Occurrences;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.plan.MountOrder;
import dev.drydock.impl.caching.rule.CleanupHook;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Takes the mounts of package managers' caches out: the tool makes the directory itself where it is missing. */
final class StripCacheMounts {

  private static final String STRIPPED = "strip-cache-mounts/stripped";
  private static final String NEEDED = "strip-cache-mounts/needed";

  private static final Vector<AptConfigurationForm> FORMS = Vector.of(AptConfigurationForm.values());

  private StripCacheMounts() {}

  static Seq<Edit> edits(Dockerfile dockerfile) {
    FileFacts file = FileFacts.of(dockerfile, PackageManagers.ALL);
    Vector<RunFacts> stripped = file.runs().filter(run -> hasArchives(run) && goneOf(file, run).exists(flag -> isOfArchives(run, flag)));
    Vector<RunFacts> left = file.runs().filter(run -> hasArchives(run) && !stripped.contains(run));
    return file.runs()
        .flatMap(
            run ->
                isUseless(file.among(stripped), file.among(left), run) ? withoutStep(run) : Vector.of(edit(file, run)));
  }

  private static boolean hasArchives(RunFacts run) {
    return run.hasCacheAt(CleanupHook.ARCHIVES);
  }

  private static boolean isOfArchives(RunFacts run, Flag flag) {
    return pointOf(flag, run).exists(point -> point.isCache() && point.holds(CleanupHook.ARCHIVES));
  }

  /** Whether it makes apt keep archives for mounts that all go. */
  private static boolean isUseless(Occurrences stripped, Occurrences left, RunFacts run) {
    return !run.isOnBuild()
        && FORMS.exists(form -> form.isWrittenIn(run.run()))
        && stripped.firstAfter(run).isDefined()
        && left.firstAfter(run).isEmpty();
  }

  /** The removal of such a step, with its comment and the blank line after it. */
  private static Vector<Edit> withoutStep(RunFacts run) {
    Vector<Construct> all = run.dockerfile().constructs();
    int index = run.index();
    Vector<Edit> edits =
        Vector.of(
            Edit.remove()
                .because(STRIPPED, "apt", "no cache of apt's is mounted any more, so that apt cleans up as the image has it")
                .at(run.construct()));
    boolean commented =
        index > 0
            && all.get(index - 1) instanceof Comment comment
            && FORMS.exists(form -> comment.text().strip().equals("# " + form.comment()));
    int above = commented ? index - 2 : index - 1;
    if (commented) {
      edits = edits.append(Edit.remove().because(STRIPPED, "apt", "it speaks of the step that goes").at(all.get(index - 1)));
    }
    boolean spaced = index + 2 < all.size() && all.get(index + 1) instanceof BlankLine;
    boolean doubled = above < 0 || all.get(above) instanceof BlankLine || (spaced && all.get(index + 2) instanceof Comment);
    return spaced && doubled
        ? edits.append(Edit.remove().because(STRIPPED, "apt", "it stood after the step that goes").at(all.get(index + 1)))
        : edits;
  }

  /** The mounts that go. */
  private static Vector<Flag> goneOf(FileFacts file, RunFacts run) {
    return run.run().mountFlags().filter(flag -> cache(flag).exists(mount -> mayGo(file, run, mount)));
  }

  private static Edit edit(FileFacts file, RunFacts run) {
    Tuple2<Vector<Flag>, Vector<Flag>> parts =
        run.run()
            .mountFlags()
            .filter(flag -> cache(flag).isDefined())
            .partition(flag -> mayGo(file, run, cache(flag).get()));
    Vector<Flag> gone = withBuildsFolders(file, run, parts._1);
    Edit edit =
        gone.isEmpty()
            ? Edit.keep()
            : Edit.replace(run.holding(run.run().withoutFlags(gone)))
                .because(
                    STRIPPED,
                    gone.flatMap(Flag::value).mkString(", "),
                    "the RUN works without the mount; what it downloads lies in its layer now");
    for (Flag needed : parts._2) {
      edit =
          edit.noting(
              Note.Kind.KEPT,
              NEEDED,
              needed.value().getOrElse(""),
              "it is not known as a package manager's cache, so the RUN may need the directory or what is in it");
    }
    return edit.at(run.construct());
  }

  /** These flags, and those of the empty directories that keep builds out of the caches they mount, in their order. */
  private static Vector<Flag> withBuildsFolders(FileFacts file, RunFacts run, Vector<Flag> gone) {
    Vector<MountPoint> caches = gone.flatMap(flag -> pointOf(flag, run));
    return run.run()
        .mountFlags()
        .filter(flag -> gone.contains(flag) || pointOf(flag, run).exists(point -> keepsBuildsApart(file, run, point, caches)));
  }

  private static boolean keepsBuildsApart(FileFacts file, RunFacts run, MountPoint point, Vector<MountPoint> caches) {
    return point.mount() instanceof TmpfsMount
        && caches.exists(cache -> cache.holds(point.path()))
        && MountOrder.isBuildsFolder(file, run, point.path());
  }

  private static Option<MountPoint> pointOf(Flag flag, RunFacts run) {
    return flag.value().flatMap(Mount::parse).flatMap(mount -> MountPoint.of(mount, run.scope()));
  }

  private static Option<CacheMount> cache(Flag flag) {
    return flag.value().flatMap(Mount::parse).filter(CacheMount.class::isInstance).map(CacheMount.class::cast);
  }

  private static boolean mayGo(FileFacts file, RunFacts run, CacheMount mount) {
    return mount.from().isEmpty()
        && MountPoint.of(mount, run.scope())
            .map(MountPoint::path)
            .exists(path -> isBelowCache(path) || MountOrder.isPackageCache(file, run, path));
  }

  /** Whether it is a user's directory for caches, or in one: each program makes its own there (XDG Base Directory). */
  private static boolean isBelowCache(String path) {
    return (path + "/").contains("/.cache/");
  }
}
