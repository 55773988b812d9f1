package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.Frontend;
import io.vavr.control.Option;

/** The frontend that reads the file does not know the mount, or that is not known. */
final class OldFrontend implements RunObjection, CacheObjection {

  @Override
  public String rule() {
    return "mount-cache/*/frontend";
  }

  @Override
  public Option<Finding> to(Candidate candidate) {
    return switch (candidate.frontend()) {
      case TOO_OLD ->
          kept(
              candidate.subject(),
              "the frontend of the syntax directive is from before cache mounts (1.2); addSyntax() raises it");
      case UNKNOWN ->
          kept(
              candidate.subject(),
              "whether the frontend of the syntax directive knows cache mounts cannot be told");
      default -> Option.none();
    };
  }

  @Override
  public Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    return cache.owner().isDefined() && candidate.frontend() == Frontend.KNOWS_MOUNTS_OF_ROOT
        ? kept(cache.path(), "the frontend does not know uid and gid of a mount")
        : Option.none();
  }

  private Option<Finding> kept(String subject, String reason) {
    return Option.some(Finding.kept(rule(), subject, reason));
  }
}
