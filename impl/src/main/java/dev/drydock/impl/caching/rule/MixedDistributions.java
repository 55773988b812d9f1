package dev.drydock.impl.caching.rule;

import dev.drydock.caching.CacheId;
import dev.drydock.caching.CacheIds;
import dev.drydock.caching.Distribution;
import dev.drydock.dockerfile.Stage;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import io.vavr.control.Try;

/**
 * Stages on different distributions have one cache (hazard 11): apt's update deletes the lists of the other, and what is
 * built from source on one may not run on the other.
 */
public final class MixedDistributions {

  private static final String RULE = "repair-cache-mounts/*/mixed-distributions";

  /** The distributions on which each cache is used, by what BuildKit knows it by. */
  private final Map<String, Vector<Distribution>> uses;

  private MixedDistributions(Map<String, Vector<Distribution>> uses) {
    this.uses = uses;
  }

  /** What the mounts of a file share. */
  public static MixedDistributions among(Vector<StandingMount> mounts) {
    Map<String, Vector<Distribution>> uses = HashMap.empty();
    for (StandingMount mount : mounts.filter(mount -> mount.manager().cachesFitOneDistribution())) {
      for (Distribution distribution : Distribution.of(mount.run().stage().rootImage())) {
        uses = uses.put(key(mount), uses.getOrElse(key(mount), Vector.empty()).append(distribution));
      }
    }
    return new MixedDistributions(uses);
  }

  /** The id that keeps a cache apart from those on other distributions; none where it is shared with none. */
  public Option<CacheId> id(StandingMount standing) {
    Stage stage = standing.run().stage();
    Option<Distribution> own = Distribution.of(stage.rootImage());
    boolean mixed =
        own.isDefined()
            && standing.manager().cachesFitOneDistribution()
            && uses.getOrElse(key(standing), Vector.empty()).exists(other -> other.differsFrom(own.get()));
    return mixed ? apart(standing).flatMap(MixedDistributions::id).filter(id -> id.variables().isEmpty()) : Option.none();
  }

  /** An id of this text; none where what is written cannot be the beginning of one. */
  private static Option<CacheId> id(String text) {
    return Try.of(() -> new CacheId(text)).toOption();
  }

  /** An id that is there keeps what it begins with: a builder may demand it. */
  private static Option<String> apart(StandingMount standing) {
    Stage stage = standing.run().stage();
    Option<String> written = standing.mount().id();
    CacheIds policy = standing.manager().ids().and(CacheIds.byRelease());
    return written.isDefined()
        ? CacheIds.byRelease().id("/", stage).map(release -> written.get() + "/" + release.substring(0, release.length() - 1))
        : standing.path().flatMap(path -> policy.id(path, stage));
  }

  /** What BuildKit knows a cache by. */
  private static String key(StandingMount standing) {
    return standing.mount().id().orElse(standing.path()).getOrElse("");
  }

  /** What there is to say of it. */
  public Finding finding(StandingMount standing, CacheId id) {
    return Finding.changed(
        RULE,
        standing.subject(),
        "the file uses this cache on "
            + uses.getOrElse(key(standing), Vector.empty()).map(Distribution::toString).distinct().mkString(" and ")
            + ", whose packages are not the same; here it is "
            + id
            + " now");
  }
}
