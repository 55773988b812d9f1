package dev.drydock.fleet;

import dev.drydock.caching.Distribution;
import dev.drydock.dockerfile.CacheMount;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.Objects;

/**
 * A cache that files mount, and by whom it is shared.
 *
 * @param id what BuildKit knows it by: {@link #idOf}
 * @param files how many files mount it
 * @param uses by distribution, that with the most files first
 * @param ofDistribution whether its content fits one distribution alone: that of a package manager does which says so, where
 *     no variable tells caches apart
 */
public record SharedCache(String id, int files, Seq<Use> uses, boolean ofDistribution) {

  /** The rule id of a warning on a cache that is {@link #mixed()}. */
  public static final String MIXED = "cache-id/mixed-distributions";

  /** The parts, none of which is null. */
  public SharedCache {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(uses, "uses");
  }

  /**
   * The files on one distribution.
   *
   * @param distribution that of the images that the RUNs are built on; none where it is not known
   * @param files how many
   * @param first the first RUN with the mount
   * @param standing whether that RUN mounted the cache already before the rewrite
   */
  public record Use(Option<Distribution> distribution, int files, Place first, boolean standing) {

    /** The parts, none of which is null. */
    public Use {
      Objects.requireNonNull(distribution, "distribution");
      Objects.requireNonNull(first, "first");
    }

    /** {@code 2 on debian 12, first at services/api/Dockerfile:7}. */
    @Override
    public String toString() {
      return files + distribution.map(known -> " on " + known).getOrElse("") + ", first at " + first;
    }
  }

  /** What BuildKit knows the cache of a mount by: its id, or else its cleaned target; none where it has neither. */
  public static Option<String> idOf(CacheMount mount) {
    return Objects.requireNonNull(mount, "mount").id().orElse(() -> mount.target().map(ImagePaths::clean));
  }

  /** The uses on distributions that are known to differ from the first known one, and that one; none where none do. */
  public Seq<Use> mixed() {
    Seq<Use> known = uses.filter(use -> use.distribution().isDefined());
    if (!ofDistribution || known.isEmpty()) {
      return known.take(0);
    }
    Distribution first = known.head().distribution().get();
    Seq<Use> others = known.filter(use -> use.distribution().get().differsFrom(first));
    return others.isEmpty() ? others : others.prepend(known.head());
  }

  /** {@code /root/.cache/pip: 2 on debian 12, first at services/api/Dockerfile:7}. */
  @Override
  public String toString() {
    return id + ": " + uses.mkString("; ");
  }
}
