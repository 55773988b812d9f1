package dev.drydock.impl.caching.fact;

import dev.drydock.dockerfile.FileCopy;
import dev.drydock.dockerfile.Scope;
import dev.drydock.impl.caching.effect.Paths;
import io.vavr.control.Option;

/** Where COPY and ADD copy to: a relative destination is relative to WORKDIR. */
public final class CopyDestination {

  private CopyDestination() {}

  /** The clean absolute path; none where a variable or the directory that it stands in is not known. */
  public static Option<String> of(FileCopy<?> copy, Scope scope) {
    return scope.expand(copy.destination()).flatMap(scope::resolve).map(Paths::clean);
  }
}
