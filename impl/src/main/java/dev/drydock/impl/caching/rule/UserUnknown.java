package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;

/** The base image's user is not known, so that whether a cache in a home directory is the one that is used is not either. */
final class UserUnknown {

  private static final String RULE = "drop-cache-defeaters/*/user-unknown";

  private UserUnknown() {}

  static boolean isSo(FileFacts file, RunFacts run) {
    return run.user().flatMap(user -> user.uid()).isEmpty() && !file.isRoot(run);
  }

  /** Why a defeater stays, with what it stays beside. */
  static Finding keeping(String defeater, String mount) {
    return Finding.kept(
        RULE,
        defeater,
        "the base image's user is not known, so whether "
            + mount
            + " is its cache is not either; USER root before it, and ENV HOME=/root, would tell");
  }
}
