package dev.drydock.impl.caching.rule;

import dev.drydock.caching.Account;
import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;

/** The base image's user is not known, so that whether a cache in a home directory is the one that is used is not either. */
public final class UserUnknown {

  private static final String RULE = "drop-cache-defeaters/*/user-unknown";

  private UserUnknown() {}

  /** Whether a mounted cache of the package manager is known to be the one that the RUN's user has. */
  public static boolean cacheIsUsed(FileFacts file, RunFacts run, PackageManager manager) {
    boolean inHome = manager.caches().exists(cache -> cache.path().startsWith("~/"));
    return !inHome || run.user().flatMap(Account::uid).isDefined() || file.isRoot(run);
  }

  /** Why a defeater stays beside a mount. */
  public static Finding keeping(String defeater) {
    return Finding.kept(
        RULE,
        defeater,
        "the base image's user is not known, so whether the mounted cache is the one that is used"
            + " is not either; USER root before it would tell");
  }

  /** Why a mount does not come beside a defeater. */
  public static Finding instead(String defeater, String path) {
    return Finding.kept(
        RULE,
        defeater,
        "the base image's user is not known, so whether a mount at "
            + path
            + " would be its cache is not either; USER root before it would tell");
  }
}
