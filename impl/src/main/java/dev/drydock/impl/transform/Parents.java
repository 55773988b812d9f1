package dev.drydock.impl.transform;

import dev.drydock.dockerfile.Run;

/**
 * The directories above a mount point in the home of a user other than root (hazard 5): BuildKit creates what is
 * missing as root, so a step before creates the mount point as that user.
 */
final class Parents {

  private Parents() {}

  /** Whether the user can create the target: it lies in the user's home, which exists. */
  static boolean canBeMade(Site site, Target target) {
    return target.home().exists(home -> Paths.below(target.path(), home))
        && target.owner().exists(account -> account.homeExists());
  }

  /** The step before. */
  static Run making(Target target) {
    return Run.of("mkdir -p " + target.path());
  }
}
