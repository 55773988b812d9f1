package dev.drydock.impl.caching.plan;

import dev.drydock.dockerfile.Comment;
import dev.drydock.impl.caching.fact.RunFacts;

/** The comments above a RUN, which stay directly above it. */
public final class Comments {

  private Comments() {}

  /** The index of the first of the comments right above a RUN, or else of the RUN. */
  public static int topOf(RunFacts run) {
    int index = run.index();
    while (index > 0 && run.dockerfile().constructs().get(index - 1) instanceof Comment) {
      index--;
    }
    return index;
  }
}
