package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManagers;
import io.vavr.control.Option;

/** The image has an apt of its own, which is not Debian's: apt-rpm of ALT Linux, Termux. */
final class AnotherApt implements RunObjection {

  @Override
  public String rule() {
    return RefusedSetting.RULE;
  }

  @Override
  public Option<Finding> to(Candidate candidate) {
    return candidate.manager().name().equals(PackageManagers.APT.name()) && candidate.run().image().hasAnotherApt()
        ? Option.some(
            Finding.kept(
                rule(),
                candidate.run().image().reference().text(),
                "the apt of this image is not Debian's"))
        : Option.none();
  }
}
