package dev.drydock.impl.caching;

import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.TmpfsMount;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.MountPoint;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.plan.MountOrder;
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

  private StripCacheMounts() {}

  static Seq<Edit> edits(Dockerfile dockerfile) {
    FileFacts file = FileFacts.of(dockerfile, PackageManagers.ALL);
    return file.runs().map(run -> edit(file, run));
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
