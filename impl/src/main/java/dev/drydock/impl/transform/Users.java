package dev.drydock.impl.transform;

import dev.drydock.dockerfile.Account;
import dev.drydock.transform.PackageManagers;
import io.vavr.control.Option;

/** Who a RUN runs as, as far as that is known. */
final class Users {

  private Users() {}

  /** The home directory: what the file says; else root's, where nothing says that it is another user's. */
  static Option<String> home(Site site) {
    if (site.scope.variables().containsKey("HOME")) {
      return site.scope.fixedValue("HOME");
    }
    if (site.scope.user().isDefined()) {
      return site.scope.user().flatMap(Account::home);
    }
    return BaseImages.runsAsAnother(site.stage) ? Option.none() : Option.some("/root");
  }

  /** Whether nothing says that it is another user than root. */
  static boolean mayBeRoot(Site site) {
    return site.scope.user().map(Account::isRoot).getOrElse(() -> !BaseImages.runsAsAnother(site.stage));
  }

  /**
   * Whether it is known to be root: by USER, by the base image, or because a RUN before it in the lineage, or it
   * itself, calls apt without sudo.
   */
  static boolean isRoot(Site site, Iterable<Site> sites) {
    if (site.scope.user().isDefined()) {
      return site.scope.user().get().isRoot();
    }
    if (BaseImages.runsAsRoot(site.stage)) {
      return true;
    }
    for (Site other : sites) {
      if (other.index <= site.index
          && site.follows(other.stage)
          && other.scope.user().isEmpty()
          && callsAptAsItself(other)) {
        return true;
      }
    }
    return false;
  }

  private static boolean callsAptAsItself(Site site) {
    return site.calls(PackageManagers.APT)
        .exists(
            call ->
                !call.command().user().changed()
                    && !call.command().conditional()
                    && (call.downloads() || call.refreshes()));
  }
}
