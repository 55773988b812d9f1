package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.effect.PackageCall;
import io.vavr.control.Option;

/** Nothing is downloaded: {@code --network=none}, {@code pip list}, {@code pip install --no-index}. */
final class NoDownload implements RunObjection {

  @Override
  public String rule() {
    return "mount-cache/*/no-download";
  }

  @Override
  public Option<Finding> to(Candidate candidate) {
    boolean callsNothing = candidate.calls().forAll(call -> call.purpose() == PackageCall.Purpose.NOTHING);
    if (candidate.run().run().network().contains("none") && !callsNothing) {
      return kept(candidate, "--network=none: it downloads nothing");
    }
    boolean idle = candidate.downloads().isEmpty() && !candidate.calls().exists(PackageCall::refreshes);
    return idle ? kept(candidate, "it downloads no packages") : Option.none();
  }

  private Option<Finding> kept(Candidate candidate, String reason) {
    return Option.some(Finding.kept(rule(), candidate.subject(), reason));
  }
}
