package dev.drydock.impl.caching.rule;

import dev.drydock.caching.CacheId;
import io.vavr.control.Option;

/** The mount has no id, and the policy of its package manager chooses one. */
public final class MissingId {

  private static final String RULE = "repair-cache-mounts/*/missing-id";

  private MissingId() {}

  /** The id that a mount should have; none where it has one, or BuildKit's own will do. */
  public static Option<CacheId> of(StandingMount standing) {
    return standing.mount().id().isEmpty()
        ? standing.path().flatMap(path -> MountId.of(standing.manager(), path, standing.run().stage()))
        : Option.none();
  }

  /** What there is to say of it. */
  public static Finding finding(StandingMount standing, CacheId id) {
    return Finding.changed(RULE, standing.subject(), "the mount has no id; by the policy that was chosen it is " + id);
  }

  /** What there is to say of one that cannot be given. */
  public static Finding left(StandingMount standing, Finding objection) {
    return Finding.kept(RULE, standing.subject(), "no id was given: " + objection.reason());
  }
}
