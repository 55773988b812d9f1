package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.control.Option;

/** A rule that says why no call of a package manager was seen in a RUN that names it. */
public interface CallObjection extends Objection {

  /** Why no call was seen; none where this is not the reason, or the name is just a word of something else. */
  Option<Finding> to(RunFacts run, PackageManager manager);
}
