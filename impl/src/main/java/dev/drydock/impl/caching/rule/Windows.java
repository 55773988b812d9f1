package dev.drydock.impl.caching.rule;

import io.vavr.control.Option;

/** A Windows image: BuildKit has no cache mounts there. */
final class Windows implements RunObjection {

  @Override
  public String rule() {
    return "mount-cache/*/windows";
  }

  @Override
  public Option<Finding> to(Candidate candidate) {
    return candidate.run().image().isWindows()
        ? Option.some(Finding.kept(rule(), candidate.subject(), "the image is a Windows image"))
        : Option.none();
  }
}
