package dev.drydock.impl.transform;

import dev.drydock.caching.CacheId;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Stage;
import io.vavr.collection.Set;
import io.vavr.control.Option;

/**
 * The ids of mounts, and what stands against one (hazard 11). A variable in an id that would not be expanded, or would be
 * empty, makes one cache of what was to be several; so where that is not known, nothing is mounted.
 */
final class MountIds {

  private MountIds() {}

  /** The id that the package manager's policy chooses; none for BuildKit's own. */
  static Option<CacheId> of(PackageManager manager, String path, Stage stage) {
    return manager.ids().id(path, stage).map(CacheId::new);
  }

  /** Why a mount at this path cannot have the id that is chosen for it. */
  static Option<Finding> objection(Site site, PackageManager manager, String path, Survey survey) {
    Option<CacheId> id = of(manager, path, site.stage);
    if (id.isEmpty() || id.get().variables().isEmpty()) {
      return Option.none();
    }
    Set<String> names = id.get().variables();
    if (survey.frontend != Frontend.KNOWS_VARIABLES) {
      return Option.some(
          kept(
              names.head(),
              "the frontend of the syntax directive is not known to expand variables in a mount, which came with 1.3;"
                  + " all builds would share one cache"));
    }
    if (site.construct instanceof OnBuild) {
      return Option.some(
          kept(names.head(), "an ONBUILD runs in another build, where the arguments of this one are not declared"));
    }
    for (String name : names) {
      Option<String> reason = Arguments.objection(site, name);
      if (reason.isDefined()) {
        return Option.some(kept(name, reason.get()));
      }
    }
    return Option.none();
  }

  private static Finding kept(String variable, String reason) {
    return Finding.kept(Rule.ID, "$" + variable, reason);
  }
}
