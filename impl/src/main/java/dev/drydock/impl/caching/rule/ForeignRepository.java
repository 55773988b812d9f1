package dev.drydock.impl.caching.rule;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Mount;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.fact.AptSources;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.control.Option;

/**
 * apt's lists would hold those of a repository that is not the distribution's. Once it changes its Label, Origin or
 * Codename, {@code apt-get update} over the old lists fails in every build (hazard 15).
 */
final class ForeignRepository implements CacheObjection {

  private static final FileFacts.Question ADD =
      (file, run) -> AptSources.addsForeign(file.downloadedScripts(), run);

  private static final FileFacts.Question REMOVE = (file, run) -> AptSources.removesAny(run);

  @Override
  public String rule() {
    return "mount-cache/*/foreign-repository";
  }

  @Override
  public Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    if (!cache.holdsAptLists()) {
      return Option.none();
    }
    FileFacts file = candidate.file();
    RunFacts run = candidate.run();
    Option<RunFacts> adding = AptSources.fetchesForeign(file.downloadedScripts(), run) ? Option.some(run) : file.runsThat(ADD).lastBefore(run);
    return adding
        .flatMap(other -> AptSources.adding(file.downloadedScripts(), other))
        .map(Invocation::firstLine)
        .orElse(() -> AptSources.mounted(run).map(Mount::toString))
        .orElse(() -> copying(file, run).map(FirstLine::of))
        .map(subject -> kept(subject, "it adds, or may add, a repository that is not the distribution's"))
        .orElse(() -> ofImage(file, run));
  }

  private static Option<Instruction> copying(FileFacts file, RunFacts run) {
    return file.copiesOfForeignSources().find(run::isLedToBy).map(copy -> copy);
  }

  private Option<Finding> ofImage(FileFacts file, RunFacts run) {
    return run.image()
        .repository()
        .filter(owner -> !AptSources.removesAny(run) && file.runsThat(REMOVE).lastBefore(run).isEmpty())
        .map(owner -> kept(run.image().reference().text(), "it has a repository of " + owner + " beside the distribution's"));
  }

  private Finding kept(String subject, String reason) {
    return Finding.kept(
        rule(),
        subject,
        reason
            + ", so apt's lists are not mounted; if the repository is renamed, apt-get update over old lists fails until the cache is pruned");
  }
}
