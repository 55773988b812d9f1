package dev.drydock.impl.caching.plan;

import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Vector;

/** The decisions for one RUN, one for each package manager. */
public record RunPlan(RunFacts run, Vector<Decision> decisions) {

  /** Whether a path lies in what is mounted there, now or as decided. */
  public boolean covers(String path) {
    return decisions.exists(decision -> decision.covers(path));
  }
}
