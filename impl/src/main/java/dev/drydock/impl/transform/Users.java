package dev.drydock.impl.transform;

import dev.drydock.caching.Account;
import dev.drydock.caching.PackageManagers;
import dev.drydock.dockerfile.CacheMount;
import io.vavr.control.Option;

/** Who a RUN runs as, as far as that is known. */
final class Users {

  private Users() {}

  /** The home directory: what the file or the image says; else root's, where nothing says that it is another user's. */
  static Option<String> home(Site site) {
    if (site.scope.variables().containsKey("HOME")) {
      return site.scope.fixedValue("HOME");
    }
    Option<String> ofImage = BaseImages.home(site.stage);
    if (ofImage.isDefined()) {
      return ofImage;
    }
    if (site.before.user().isDefined()) {
      return site.before.user().flatMap(Account::home);
    }
    return BaseImages.runsAsAnother(site.stage) ? Option.none() : Option.some("/root");
  }

  /** Whether nothing says that it is another user than root. */
  static boolean mayBeRoot(Site site) {
    return site.before.user().map(Account::isRoot).getOrElse(() -> !BaseImages.runsAsAnother(site.stage));
  }

  /**
   * Whether it is known to be root: by USER, by the base image, or because a RUN before it in the lineage, or it
   * itself, calls apt without sudo.
   */
  static boolean isRoot(Site site, Survey survey) {
    if (site.before.user().isDefined()) {
      return site.before.user().get().isRoot();
    }
    return BaseImages.runsAsRoot(site.stage)
        || showsRoot(site)
        || Survey.lastBefore(survey.showingRoot.get(), site, other -> true).isDefined();
  }

  /** Whether the RUN's user may write to a cache that is mounted: root to any, another where it is that user's. */
  static boolean mayWriteTo(Site site, CacheMount mount) {
    boolean everyone = mount.mode().exists(mode -> mode.matches("0?[0-7]{2}[2367]"));
    return !mount.readOnly()
        && (mayBeRoot(site)
            || everyone
            || site.before.user().flatMap(Account::uid).map(String::valueOf).exists(mount.uid()::contains));
  }

  /** Whether the RUN calls apt as the base image's user, whatever happens, which only root may. */
  static boolean showsRoot(Site site) {
    return site.before.user().isEmpty()
        && site.calls(PackageManagers.APT)
            .exists(
                call ->
                    !call.command().changesUser()
                        && call.command().mustRun()
                        && (call.downloads() || call.refreshes()));
  }
}
