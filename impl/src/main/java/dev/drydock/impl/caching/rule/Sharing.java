package dev.drydock.impl.caching.rule;

import dev.drydock.dockerfile.CacheMount;
import io.vavr.control.Option;

/**
 * A cache that one build at a time may use is shared by all of them: the second one fails, since apt does not wait for the
 * lock of the first (moby/buildkit#1662).
 *
 * <p>{@code locked} makes BuildKit wait instead. BuildKit locks the caches of a RUN in the order of their targets, so that
 * two builds do not wait for each other: {@code client/llb/exec.go}, {@code Marshal}.
 */
public final class Sharing {

  private static final String RULE = "repair-cache-mounts/*/sharing";
  private static final String SHARED = "shared";

  private Sharing() {}

  /** The mount with the sharing that its cache needs; none where it has that, or another one that does. */
  public static Option<CacheMount> repaired(StandingMount standing) {
    CacheMount mount = standing.mount();
    boolean locks = standing.caches().exists(cache -> cache.sharing().contains("locked"));
    boolean shared = mount.sharing().getOrElse(SHARED).equals(SHARED);
    return locks && shared && !mount.readOnly()
        ? Option.some(mount.withSharing(CacheMount.Sharing.LOCKED))
        : Option.none();
  }

  /** What there is to say of it. */
  public static Finding finding(StandingMount standing) {
    return Finding.changed(
        RULE,
        standing.path().getOrElse(standing::subject),
        standing.manager().name()
            + " may fail where another build uses the cache at the same time; with sharing=locked one waits for the other");
  }
}
