package dev.drydock.impl.caching.rule;

import dev.drydock.dockerfile.Instruction;
import dev.drydock.impl.caching.effect.Effect;
import dev.drydock.impl.caching.effect.FirstLine;
import dev.drydock.impl.caching.effect.ImageDirectories;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.PathHistory;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.impl.caching.fact.StageReader;
import io.vavr.control.Option;

/**
 * A later step goes by what the RUN leaves in the cache's directory. What lies in a mount may be gone by then: the cache
 * can be emptied while the layer of the RUN that filled it is kept (hazard 8).
 */
public final class Reader implements CacheObjection {

  static final String RULE = "mount-cache/*/reader";

  /** The RUNs with a command that may go by what an earlier RUN left in a directory, or that it left none. */
  private static final PathHistory.Question MAY_EXPECT_FILES = (history, run, act) -> mayExpectFiles(act.effect());

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    return files(candidate.file(), candidate.run(), cache.path())
        .orElse(() -> offline(candidate, cache));
  }

  static Finding kept(Instruction instruction, String reason) {
    return Finding.kept(RULE, FirstLine.of(instruction), reason);
  }

  private Option<Finding> files(FileFacts file, RunFacts run, String path) {
    PathHistory history = file.at(path);
    Option<Instruction> reader =
        history
            .runsThat(MAY_EXPECT_FILES)
            .firstAfter(run, other -> history.acts(other).exists(act -> expectsFiles(file, history, other, act)))
            .map(RunFacts::run);
    return reader
        .orElse(() -> file.stageReaders(path).find(reads -> namesStageOf(file, run, reads.from())).map(StageReader::by))
        .map(
            instruction ->
                kept(
                    instruction,
                    "it goes by what is in " + path + ", which would lie in the mount and not in the image"));
  }

  private static boolean mayExpectFiles(Effect effect) {
    return Content.goesByFiles(effect)
        || Content.makesAnew(effect)
        || (effect instanceof Effect.Walks walks && walks.takes())
        || effect instanceof Effect.Fills
        || effect instanceof Effect.NeedsEmpty
        || effect instanceof Effect.NeedsToRemove;
  }

  /** Whether a command goes by such files, and not by what its own RUN has put there. */
  private static boolean expectsFiles(FileFacts file, PathHistory history, RunFacts run, PathHistory.Act act) {
    return mayExpectFiles(act.effect())
        && !(act.effect() instanceof Effect.NeedsToRemove
            && isFilledBefore(file, history.directory(), run, act.invocation()));
  }

  /** Whether a package manager has put something into the directory before the command, in the same RUN. */
  private static boolean isFilledBefore(FileFacts file, String path, RunFacts run, Invocation removing) {
    return run.calls()
        .exists(
            call ->
                call.command().span().start() < removing.command().span().start()
                    && call.command().mustSucceed()
                    && fills(file, path, run, call)
                    && !DefeatingEnvironment.isOff(file, run, call));
  }

  private static boolean fills(FileFacts file, String path, RunFacts run, PackageCall call) {
    boolean fetches =
        path.equals(ImageDirectories.APT_LISTS)
            ? call.refreshes()
            : call.downloads() && call.defeatingOptions().isEmpty();
    return fetches && CacheLocation.of(file, run, call).exists(location -> Paths.within(path, location.path()));
  }

  /** Whether a stage of this name or number is the RUN's, or is built on it. */
  private static boolean namesStageOf(FileFacts file, RunFacts run, String from) {
    return file.stages().named(from).exists(stage -> stage.isBuiltOn(run.stage()));
  }

  private Option<Finding> offline(Candidate candidate, CacheLocation cache) {
    return candidate
        .file()
        .readingCache(candidate.manager())
        .firstAfter(candidate.run(), other -> !other.hasCacheAt(cache.path()))
        .map(
            other ->
                kept(
                    other.run(),
                    "it takes from " + candidate.manager().name() + "'s cache what this would put into a mount"));
  }
}
