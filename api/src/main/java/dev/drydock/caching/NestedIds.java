package dev.drydock.caching;

import dev.drydock.dockerfile.Stage;
import io.vavr.control.Option;

/** One policy around another: the inner one's id in the place of the target. */
record NestedIds(CacheIds outer, CacheIds inner) implements CacheIds {

  @Override
  public Option<String> id(String target, Stage stage) {
    Option<String> within = inner.id(target, stage);
    return outer.id(within.getOrElse(target), stage).orElse(within);
  }

  /** The call that gives it. */
  @Override
  public String toString() {
    return outer + ".and(" + inner + ")";
  }
}
