package dev.drydock.impl.caching.rule;

import dev.drydock.caching.CacheId;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Stage;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Frontend;
import dev.drydock.impl.caching.fact.PlatformArguments;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Set;
import io.vavr.control.Option;

/**
 * The id that is chosen for a mount cannot be given (hazard 11). A variable in an id that would not be expanded, or would
 * be empty, makes one cache of what was to be several; so where that is not known, nothing is mounted.
 */
public final class MountId implements CacheObjection {

  private static final String RULE = "mount-cache/*/id";

  @Override
  public String rule() {
    return RULE;
  }

  /** The id that the package manager's policy chooses; none for BuildKit's own. */
  public static Option<CacheId> of(PackageManager manager, String path, Stage stage) {
    return manager.ids().id(path, stage).map(CacheId::new);
  }

  @Override
  public Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    return of(candidate.manager(), cache.path(), candidate.run().stage())
        .flatMap(id -> objection(candidate.file(), candidate.run(), id, candidate.frontend()));
  }

  /** Why a mount of a RUN cannot have an id. */
  public static Option<Finding> objection(FileFacts file, RunFacts run, CacheId id, Frontend frontend) {
    Set<String> names = id.variables();
    if (names.isEmpty()) {
      return Option.none();
    }
    if (frontend != Frontend.KNOWS_VARIABLES) {
      return kept(
          names.head(),
          "the frontend of the syntax directive is not known to expand variables in a mount, which came with 1.3;"
              + " all builds would share one cache");
    }
    if (run.isOnBuild()) {
      return kept(names.head(), "an ONBUILD runs in another build, where the arguments of this one are not declared");
    }
    for (String name : names) {
      Option<String> reason = PlatformArguments.whyUnusable(file, run, name);
      if (reason.isDefined()) {
        return kept(name, reason.get());
      }
    }
    return Option.none();
  }

  private static Option<Finding> kept(String variable, String reason) {
    return Option.some(Finding.kept(RULE, "$" + variable, reason));
  }
}
