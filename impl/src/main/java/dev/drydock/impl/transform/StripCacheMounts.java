package dev.drydock.impl.transform;

import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.CacheMount;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Mount;
import dev.drydock.transform.Edit;
import dev.drydock.transform.Note;
import io.vavr.Tuple2;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Takes the mounts of package managers' caches out: the tool makes the directory itself where it is missing. */
final class StripCacheMounts {

  private StripCacheMounts() {}

  static Seq<Edit> edits(Dockerfile dockerfile) {
    return Site.of(dockerfile).map(StripCacheMounts::edit);
  }

  private static Edit edit(Site site) {
    Tuple2<Vector<Flag>, Vector<Flag>> parts =
        site.run.mountFlags().filter(flag -> cache(flag).isDefined()).partition(flag -> mayGo(site, cache(flag).get()));
    Vector<Flag> gone = parts._1;
    Edit edit =
        gone.isEmpty()
            ? Edit.keep()
            : Edit.replace(site.holding(site.run.withoutFlags(gone)))
                .because(
                    Rule.STRIPPED.id(),
                    gone.flatMap(Flag::value).mkString(", "),
                    "the RUN works without the mount; what it downloads lies in its layer now");
    for (Flag needed : parts._2) {
      edit =
          edit.noting(
              Note.Kind.KEPT,
              Rule.STRIP_NEEDED.id(),
              needed.value().getOrElse(""),
              "it is not known as a package manager's cache, so the RUN may need the directory or what is in it");
    }
    return edit.at(site.construct);
  }

  private static Option<CacheMount> cache(Flag flag) {
    return flag.value().flatMap(Mount::parse).filter(CacheMount.class::isInstance).map(CacheMount.class::cast);
  }

  private static boolean mayGo(Site site, CacheMount mount) {
    return mount.from().isEmpty()
        && MountPoint.of(mount, site.scope)
            .map(MountPoint::path)
            .exists(path -> isBelowCache(path) || isPackageCache(site, path));
  }

  /** Whether it is a user's directory for caches, or in one: each program makes its own there (XDG Base Directory). */
  private static boolean isBelowCache(String path) {
    return (path + "/").contains("/.cache/");
  }

  private static boolean isPackageCache(Site site, String path) {
    return PackageManagers.ALL.exists(
        manager -> manager.caches().exists(cache -> MountCache.isCache(site, manager, cache, path)));
  }
}
