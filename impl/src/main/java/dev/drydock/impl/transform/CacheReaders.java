package dev.drydock.impl.transform;

import dev.drydock.caching.CacheDirectory;
import dev.drydock.caching.PackageManager;
import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.SecretMount;
import dev.drydock.dockerfile.SshMount;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.control.Option;

/**
 * Later RUNs that live on what a package manager has left in its cache. What lies in a mount may be gone by then: the
 * cache can be emptied while the layer of the RUN that filled it is kept.
 */
final class CacheReaders {

  /** Programs that build with whatever a file of theirs says. */
  private static final Set<String> BUILD_TOOLS =
      HashSet.of(
          "make", "gmake", "cmake", "ninja", "meson", "bazel", "bazelisk", "just", "task", "mage", "rake", "goreleaser",
          "gox", "ginkgo", "gotestsum", "golangci-lint", "cargo-chef", "cross", "trunk", "wasm-pack", "maturin");

  private CacheReaders() {}

  /** Why a RUN's cache must stay in the image, where a later RUN needs it there or an earlier one put it there. */
  static Option<Finding> objection(Site site, PackageManager manager, Target target, Survey survey) {
    Option<Finding> offline =
        Survey.firstAfter(
                survey.calling(manager),
                site,
                other ->
                    other.calls(manager).exists(call -> call.effect() == Call.Effect.READS_CACHE)
                        && !other.hasCacheAt(target.path()))
            .map(
                other ->
                    kept(Rule.READER, other, "it takes from " + manager.name() + "'s cache what this would put into a mount"));
    return offline.orElse(
        () -> manager.usesCacheInPlace() ? inPlace(site, manager, target, survey) : Option.none());
  }

  /** What is built later is made from what lies in the cache: it must all be in the mount, or nothing of it. */
  private static Option<Finding> inPlace(Site site, PackageManager manager, Target target, Survey survey) {
    Option<Finding> earlier =
        Survey.lastBefore(survey.leavingCache(manager), site, other -> true)
            .map(
                other ->
                    kept(Rule.CONTENT, other, "what it downloads stays in the image, and a mount here would hide it"));
    return earlier
        .orElse(
            () ->
                Survey.firstAfter(
                        survey.calling(manager), site, other -> worksWithoutMount(site, other, manager, target, survey))
                    .map(
                        other ->
                            kept(
                                Rule.READER,
                                other,
                                "it works with what this downloads, but not with the same mount or the same secrets")))
        .orElse(
            () ->
                Survey.firstAfter(survey.building.get(), site, other -> !other.hasCacheAt(target.path()))
                    .map(
                        other ->
                            kept(
                                Rule.READER,
                                other,
                                "it may call "
                                    + manager.name()
                                    + ", which would download again what this puts into a mount")));
  }

  private static Finding kept(Rule rule, Site other, String reason) {
    return Finding.kept(rule, Contents.firstLine(other.run), reason);
  }

  /** Whether a later RUN works with the cache without having it mounted, or could not fill it as the first can. */
  private static boolean worksWithoutMount(
      Site site, Site other, PackageManager manager, Target target, Survey survey) {
    if (other.hasCacheAt(target.path())) {
      return false;
    }
    CacheDirectory cache = target.cache();
    boolean sameTarget =
        other.calls(manager)
            .filter(Call::downloads)
            .forAll(
                call ->
                    Target.of(other, call, cache)
                        .exists(there -> there.path().equals(target.path()) && there.owner().equals(target.owner())));
    return !sameTarget
        || RunObjection.toMounts(other, other.calls(manager), survey.frontend).isDefined()
        || !secrets(other).containsAll(secrets(site));
  }

  private static Set<String> secrets(Site site) {
    return site.run
        .mountFlags()
        .filter(
            flag ->
                flag.value()
                    .flatMap(Mount::parse)
                    .exists(mount -> mount instanceof SecretMount || mount instanceof SshMount))
        .map(Flag::text)
        .toSet();
  }

  /** Whether a RUN runs what may call any package manager. */
  static boolean runsBuildTool(Site site) {
    return site.runsUnreadScript() || site.commands.exists(command -> command.name().exists(BUILD_TOOLS::contains));
  }
}
