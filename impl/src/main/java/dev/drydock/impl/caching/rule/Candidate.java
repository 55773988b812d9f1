package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Vector;

/**
 * A RUN that calls a package manager, so that its caches might be mounted there.
 *
 * @param calls the calls, at least one
 * @param frontend what will read the file once it is rewritten
 */
public record Candidate(FileFacts file, RunFacts run, PackageManager manager, Vector<PackageCall> calls, Frontend frontend) {

  public Vector<PackageCall> downloads() {
    return calls.filter(PackageCall::downloads);
  }

  /** The call that a note about the whole RUN names: the first that downloads, or else the first. */
  public String subject() {
    return calls.find(PackageCall::downloads).getOrElse(calls.head()).invocation().firstLine();
  }
}
