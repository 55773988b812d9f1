package dev.drydock.impl.caching.rule;

import dev.drydock.dockerfile.Flag;
import dev.drydock.dockerfile.Mount;
import dev.drydock.dockerfile.SecretMount;
import dev.drydock.dockerfile.SshMount;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.util.function.Function;

/**
 * What is built later is made from what lies in the cache, as with Go's modules and Cargo's crates: all of it must be in
 * the mount, for every RUN that works with it, or nothing of it.
 */
final class CacheUsedInPlace implements CacheObjection {

  /** The RUNs that run what may call any package manager. */
  private static final FileFacts.Question RUN_ANYTHING = (file, run) -> run.mayCallPackageManagers();

  /** What keeps every mount of a package manager's away from a RUN. */
  private final Function<Candidate, Option<Finding>> objections;

  CacheUsedInPlace(Function<Candidate, Option<Finding>> objections) {
    this.objections = objections;
  }

  @Override
  public String rule() {
    return Reader.RULE;
  }

  @Override
  public Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    return candidate.manager().usesCacheInPlace()
        ? leftInImage(candidate, before).orElse(() -> usedLater(candidate, cache))
        : Option.none();
  }

  private static Option<Finding> leftInImage(Candidate candidate, Decided before) {
    return before
        .lastLeavingCache(candidate.manager(), candidate.run())
        .map(
            other ->
                Finding.kept(
                    Content.RULE,
                    FirstLine.of(other.run()),
                    "what it downloads stays in the image, and a mount here would hide it"));
  }

  private Option<Finding> usedLater(Candidate candidate, CacheLocation cache) {
    return candidate
        .file()
        .calling(candidate.manager())
        .firstAfter(candidate.run(), other -> worksWithoutMount(candidate, other, cache))
        .map(
            other ->
                Reader.kept(
                    other.run(),
                    "it works with what this downloads, but not with the same mount or the same secrets"))
        .orElse(
            () ->
                candidate
                    .file()
                    .runsThat(RUN_ANYTHING)
                    .firstAfter(
                        candidate.run(),
                        other -> !other.hasCacheAt(cache.path()) && other.mayCallUnseen(candidate.manager()))
                    .map(
                        other ->
                            Reader.kept(
                                other.run(),
                                "it may call "
                                    + candidate.manager().name()
                                    + ", which would download again what this puts into a mount")));
  }

  /** Whether a later RUN works with the cache without having it mounted, or could not fill it as the first can. */
  private boolean worksWithoutMount(Candidate candidate, RunFacts other, CacheLocation cache) {
    if (other.hasCacheAt(cache.path())) {
      return false;
    }
    Candidate later =
        new Candidate(
            candidate.file(), other, candidate.manager(), other.calls(candidate.manager()), candidate.frontend());
    boolean sameLocation =
        later
            .downloads()
            .forAll(
                call ->
                    CacheLocation.of(candidate.file(), other, call, cache.cache())
                        .exists(
                            there -> there.path().equals(cache.path()) && there.owner().equals(cache.owner())));
    return !sameLocation
        || objections.apply(later).isDefined()
        || !secrets(other).containsAll(secrets(candidate.run()));
  }

  private static Set<String> secrets(RunFacts run) {
    return run.run()
        .mountFlags()
        .filter(
            flag ->
                flag.value()
                    .flatMap(Mount::parse)
                    .exists(mount -> mount instanceof SecretMount || mount instanceof SshMount))
        .map(Flag::text)
        .toSet();
  }
}
