package dev.drydock.impl.caching.rule;

import dev.drydock.caching.Account;
import dev.drydock.impl.caching.effect.Effect;
import dev.drydock.impl.caching.effect.ImageDirectories;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * The directories above a mount point (hazard 5): BuildKit creates what is missing as root, and it stays in the image. In
 * the home of a user other than root a step before creates the mount point as that user; elsewhere what a HOME or a
 * variable takes for granted must be there.
 */
public final class Parents implements CacheObjection {

  private static final String RULE = "mount-cache/*/parents";

  /** The RUNs of root's with a HOME that is another than root's own. */
  private static final FileFacts.Question ROOT_ELSEWHERE =
      (file, run) -> run.scope().variables().containsKey("HOME") && run.mayBeRoot();

  /** The RUNs of root's where the image's HOME is that of its own user: what root keeps there is root's. */
  private static final FileFacts.Question ROOT_IN_IMAGES_HOME =
      (file, run) -> run.image().home().isDefined() && run.mayBeRoot();

  @Override
  public String rule() {
    return RULE;
  }

  @Override
  public Option<Finding> to(Candidate candidate, CacheLocation cache, Decided before) {
    FileFacts file = candidate.file();
    RunFacts run = candidate.run();
    return file
        .at(cache.path())
        .first(run, effect -> effect instanceof Effect.Fills || effect instanceof Effect.NeedsEmpty)
        .map(
            failing ->
                Finding.kept(
                    RULE,
                    failing.firstLine(),
                    "it fails where its directory is not empty, and a mount at " + cache.path() + " would be there"))
        .orElse(() -> cache.owner().isDefined() ? ofAUser(file, run, cache, before) : ofRoot(file, run, cache));
  }

  /** What there is to say of a step that makes a mount point before a RUN. */
  public static Finding madeBefore(String path) {
    return Finding.changed(
        RULE, path, "made by its user first: BuildKit would create the directories above a mount as root's");
  }

  private static Option<Finding> kept(CacheLocation cache, String reason) {
    return Option.some(Finding.kept(RULE, cache.path(), reason));
  }

  private static Option<Finding> ofRoot(FileFacts file, RunFacts run, CacheLocation cache) {
    Option<Account> inhabitant = run.inhabitant(cache.path());
    if (inhabitant.isDefined()) {
      return kept(cache, "it lies in the home of " + inhabitant.get().name() + ", where it would be root's");
    }
    Option<String> parent = cache.parent();
    if (parent.exists(directory -> Ownership.isGivenAway(file, run, directory))) {
      return kept(cache, "it would be root's in " + parent.get() + ", which the file gives to somebody else");
    }
    return parent
        .filter(directory -> !isThere(run, directory))
        .flatMap(
            directory ->
                kept(
                    cache,
                    run.image().home().contains(directory)
                        ? "it lies in the home that the base image has for its user, where it would be root's"
                        : "BuildKit would create " + directory + ", which is not known to be there before"));
  }

  private static boolean isThere(RunFacts run, String directory) {
    return ImageDirectories.isThereForRoot(directory) || run.written().within(directory).nonEmpty();
  }

  private static Option<Finding> ofAUser(FileFacts file, RunFacts run, CacheLocation cache, Decided before) {
    if (run.isOnBuild()) {
      return kept(
          cache, "BuildKit would create the directories above it as root's, and an ONBUILD has no step before it that creates them");
    }
    return canBeMade(file, run, cache, before)
        ? Option.none()
        : kept(
            cache,
            "BuildKit would create the directories above it as root's, and whether the user can create them before is"
                + " not known");
  }

  /** Whether the user can create the cache: it lies in the user's home, which exists, and no mount was above it there. */
  private static boolean canBeMade(FileFacts file, RunFacts run, CacheLocation cache, Decided before) {
    if (!cache.home().exists(home -> Paths.below(cache.path(), home)) || !cache.owner().exists(Account::homeExists)) {
      return false;
    }
    String home = cache.home().get();
    Account owner = cache.owner().get();
    Option<String> top = topBelow(home, cache.path());
    return file.at(Paths.clean(home)).runsThat(new Ownership.TakesAway(owner)).lastBefore(run).isEmpty()
        && !top.exists(directory -> isAnothers(file, run, cache, directory, before))
        && file
            .mountingWithin(Paths.clean(home))
            .lastBefore(run, other -> leavesDirectoryToRoot(file, other, run, home, top, before))
            .isEmpty()
        && file.runsThat(ROOT_IN_IMAGES_HOME).lastBefore(run).isEmpty()
        && file.runsThat(ROOT_ELSEWHERE).lastBefore(run, other -> cachesIn(file, other, home)).isEmpty();
  }

  /** The directory right below a home that holds a path, or is it. */
  private static Option<String> topBelow(String home, String path) {
    return Paths.below(path, home)
        ? Option.some(home + "/" + path.substring(home.length() + 1).split("/", 2)[0])
        : Option.none();
  }

  /**
   * Whether the directory right below the home that holds the cache may be another user's by now: COPY, ADD, WORKDIR or
   * a RUN of another user may have made it, and nothing has handed it over.
   */
  private static boolean isAnothers(FileFacts file, RunFacts run, CacheLocation cache, String directory, Decided before) {
    if (run.written().within(cache.path()).nonEmpty()) {
      return false;
    }
    Vector<String> written = run.written().within(directory);
    Option<RunFacts> making = file.among(makingAsOthers(file, cache, directory)).lastBefore(run);
    boolean made = making.isDefined() || (written.nonEmpty() && !wasMade(file, run, run, directory, before));
    return made
        && file
            .at(directory)
            .runsThat(new Ownership.IsGivenTo(cache.owner().get()))
            .lastBefore(
                run,
                other ->
                    making.forAll(maker -> maker.order() <= other.order())
                        && written.forAll(path -> other.written().has(path) || other.spoken().mentions(path)))
            .isEmpty();
  }

  /** The RUNs of other users than the cache's that speak of the directory, or have a variable in force that lies in it. */
  private static Vector<RunFacts> makingAsOthers(FileFacts file, CacheLocation cache, String directory) {
    String name = cache.owner().get().name();
    String home = cache.home().get();
    String rest = directory.substring(home.length());
    Vector<RunFacts> speaking = file.speakingOf(directory, "~" + name + rest);
    Vector<RunFacts> fromHome =
        file
            .speakingOf("~" + rest)
            .filter(other -> other.scope().value("HOME").map(Paths::clean).contains(home));
    return speaking
        .appendAll(fromHome)
        .appendAll(file.withVariableWithin(directory))
        .filter(other -> !other.user().exists(user -> user.name().equals(name)))
        .distinct()
        .sortBy(RunFacts::order);
  }

  /** Whether a package manager of the RUN keeps its cache in this home. */
  private static boolean cachesIn(FileFacts file, RunFacts run, String home) {
    return run.calls()
        .filter(PackageCall::downloads)
        .flatMap(call -> CacheLocation.of(file, run, call))
        .exists(location -> !home.equals("/") && Paths.below(location.path(), home));
  }

  /** Whether a RUN has a mount in the home below the same directory, which the user had not made. */
  private static boolean leavesDirectoryToRoot(FileFacts file, RunFacts other, RunFacts run, String home, Option<String> top, Decided before) {
    return other
        .mountPoints()
        .exists(
            point ->
                topBelow(home, point.path())
                    .filter(top::contains)
                    .exists(directory -> !wasMade(file, other, run, directory, before)));
  }

  /** Whether, when one RUN begins, the user of a RUN has made the directory or something in it, or a new step has. */
  private static boolean wasMade(FileFacts file, RunFacts now, RunFacts run, String directory, Decided before) {
    return lastMaking(file, now, run, directory).isDefined()
        || before
            .stepsWithin(directory)
            .exists(
                step ->
                    step.run().order() <= now.order()
                        && now.follows(step.run().stage())
                        && step.run().hasUserOf(run));
  }

  /** The last RUN before one in its lineage in which the user of a RUN makes the directory or something in it. */
  public static Option<RunFacts> lastMaking(FileFacts file, RunFacts now, RunFacts run, String directory) {
    return file
        .at(directory)
        .runsThat(new Ownership.MakesAs(run.user().map(Account::name)))
        .lastBefore(now);
  }
}
