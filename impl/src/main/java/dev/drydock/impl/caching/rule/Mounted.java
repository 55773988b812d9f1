package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A cache is mounted now. */
public final class Mounted {

  private Mounted() {}

  /** What there is to say of new mounts. */
  public static Option<Finding> of(FileFacts file, RunFacts run, PackageManager manager, Vector<CacheLocation> mounted) {
    return mounted.isEmpty()
        ? Option.none()
        : Option.some(
            Finding.changed(
                "mount-cache/*/mounted",
                mounted.map(CacheLocation::path).mkString(", "),
                manager.name()
                    + " downloads here; what it downloads is kept for later builds"
                    + (leavesLists(file, run, mounted) ? "; its lists are not in the image any more" : "")));
  }

  /** Whether the image had the lists until now, also for images FROM it. */
  private static boolean leavesLists(FileFacts file, RunFacts run, Vector<CacheLocation> mounted) {
    return mounted.exists(CacheLocation::holdsAptLists)
        && !PackageLists.deletesLists(file, run)
        && !PackageLists.deletesEachTime(file, run);
  }
}
