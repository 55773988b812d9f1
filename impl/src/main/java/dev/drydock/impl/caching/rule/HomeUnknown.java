package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;

/**
 * It is known that root runs, and not where HOME is: the base image may set it, so that root's cache lies elsewhere and
 * would land in the layer.
 */
final class HomeUnknown {

  private static final String RULE = "drop-cache-defeaters/*/home-unknown";

  private HomeUnknown() {}

  static boolean isSo(FileFacts file, RunFacts run) {
    return !file.knowsHome(run);
  }

  /** Why a defeater stays, with what it stays beside. */
  static Finding keeping(String defeater, String mount) {
    return Finding.kept(
        RULE,
        defeater,
        "the base image is not known and may set HOME, so whether "
            + mount
            + " is root's cache is not known either; ENV HOME=/root before it would tell");
  }
}
