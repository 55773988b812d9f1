package dev.drydock.impl.caching.fact;

import dev.drydock.caching.PackageManager;
import dev.drydock.caching.PackageManagers;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;

/**
 * What only root can do, so that a RUN that does it whatever happens, and without sudo, runs as root. Who runs is one
 * fact, and where HOME is another: of these only apt tells that as well.
 *
 * <p>Sources: the manual pages apt-get(8), yum(8), dnf(8), apk(8), zypper(8), useradd(8), groupadd(8), usermod(8) and
 * their like: each refuses to run for another user.
 */
final class RootProof {

  private static final Vector<PackageManager> OF_DISTRIBUTIONS =
      Vector.of(
          PackageManagers.APT,
          PackageManagers.YUM,
          PackageManagers.DNF,
          PackageManagers.MICRODNF,
          PackageManagers.APK,
          PackageManagers.ZYPPER);

  private static final Set<String> OF_ACCOUNTS =
      HashSet.of(
          "useradd", "usermod", "userdel", "groupadd", "groupmod", "groupdel", "adduser", "addgroup", "deluser",
          "delgroup", "chpasswd");

  private RootProof() {}

  /** Whether the base image's user runs, whatever happens, what only root may. */
  static boolean isGivenBy(RunFacts run) {
    return run.user().isEmpty() && (OF_DISTRIBUTIONS.exists(manager -> calls(run, manager)) || changesAccounts(run));
  }

  /** Whether the base image's user calls apt: it is a distribution's image then, whose root is at home in /root. */
  static boolean tellsHome(RunFacts run) {
    return run.user().isEmpty() && calls(run, PackageManagers.APT);
  }

  private static boolean calls(RunFacts run, PackageManager manager) {
    return run.calls(manager)
        .exists(
            call ->
                (call.downloads() || call.refreshes()) && !call.command().changesUser() && call.command().mustRun());
  }

  private static boolean changesAccounts(RunFacts run) {
    return OF_ACCOUNTS.exists(run.run()::mentions)
        && run.invocations()
            .exists(
                invocation ->
                    OF_ACCOUNTS.contains(invocation.name())
                        && !invocation.command().changesUser()
                        && invocation.command().mustRun());
  }
}
