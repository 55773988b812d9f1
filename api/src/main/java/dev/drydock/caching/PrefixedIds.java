package dev.drydock.caching;

import dev.drydock.dockerfile.Stage;
import io.vavr.control.Option;

/** Targets behind a literal prefix. */
record PrefixedIds(String prefix) implements CacheIds {

  @Override
  public Option<String> id(String target, Stage stage) {
    return Option.some(prefix + target);
  }

  /** The call that gives it. */
  @Override
  public String toString() {
    return "prefixed(" + prefix + ")";
  }
}
