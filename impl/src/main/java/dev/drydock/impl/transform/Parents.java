package dev.drydock.impl.transform;

import dev.drydock.caching.Account;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The directories above a mount point (hazard 5): BuildKit creates what is missing as root, and it stays in the image. In
 * the home of a user other than root a step before creates the mount point as that user; elsewhere what a HOME or a
 * variable takes for granted must be there.
 */
final class Parents {

  /** What every image has, and what is below places where nobody but root makes anything. */
  private static final Pattern STANDARD =
      Pattern.compile(
          "/|/(bin|dev|etc|home|lib|media|mnt|opt|proc|run|sbin|srv|sys|usr)|/usr/[^/]+|/(root|tmp|var)(/.*)?");

  /** A step as it is added. */
  private static final Pattern STEP = Pattern.compile("RUN mkdir -p (/\\S+)\\s*");

  private Parents() {}

  /** Why the directories above a target cannot be left to BuildKit, nor be made before, where there is a reason. */
  static Option<Finding> objection(Site site, Target target, Survey survey) {
    String path = target.path();
    Option<SimpleCommand> cloning = site.commands.find(command -> needsEmpty(site, command, path));
    if (cloning.isDefined()) {
      return Option.some(
          Finding.kept(
              Rule.PARENTS,
              MountPlan.firstLine(cloning.get()),
              "it fails where its directory is not empty, and a mount at " + path + " would be in there"));
    }
    return target.owner().isDefined() ? ofAUser(site, target, survey) : ofRoot(site, target, survey);
  }

  private static Option<Finding> ofAUser(Site site, Target target, Survey survey) {
    if (site.construct instanceof OnBuild) {
      return kept(
          target, "BuildKit would create the directories above it as root's, and an ONBUILD has no step before it that creates them");
    }
    return canBeMade(site, target, survey)
        ? Option.none()
        : kept(
            target,
            "BuildKit would create the directories above it as root's, and whether the user can create them before is"
                + " not known");
  }

  private static Option<Finding> ofRoot(Site site, Target target, Survey survey) {
    String path = target.path();
    Option<Account> inhabitant =
        site.before
            .accounts()
            .values()
            .find(account -> !account.isRoot() && account.home().exists(home -> isBelowHome(path, home)));
    if (inhabitant.isDefined()) {
      return kept(target, "it lies in the home of " + inhabitant.get().name() + ", where it would be root's");
    }
    Option<String> handed = target.holder().filter(holder -> Ownership.isGivenAway(site, holder, survey));
    if (handed.isDefined()) {
      return kept(target, "it would be root's in " + handed.get() + ", which the file gives to somebody else");
    }
    Option<String> missing = target.holder().filter(holder -> !isThere(site, holder));
    return missing.flatMap(
        holder ->
            kept(
                target,
                BaseImages.home(site.stage).contains(holder)
                    ? "it lies in the home that the base image has for its user, where it would be root's"
                    : "BuildKit would create " + holder + ", which is not known to be there before"));
  }

  private static boolean isBelowHome(String path, String home) {
    return !home.equals("/") && Paths.below(path, home);
  }

  private static boolean isThere(Site site, String directory) {
    return STANDARD.matcher(directory).matches()
        || site.written().exists(written -> Paths.within(written, directory));
  }

  private static Option<Finding> kept(Target target, String reason) {
    return Option.some(Finding.kept(Rule.PARENTS, target.path(), reason));
  }

  /** Whether the user can create the target: it lies in the user's home, which exists, and no mount was above it there. */
  private static boolean canBeMade(Site site, Target target, Survey survey) {
    return target.home().exists(home -> Paths.below(target.path(), home))
        && target.owner().exists(Account::homeExists)
        && Survey.lastBefore(survey.takingAway(target), site, other -> true).isEmpty()
        && !firstBelow(target.home().get(), target.path()).exists(directory -> isAnothers(site, target, directory, survey))
        && Survey.lastBefore(survey.mounting.get(), site, other -> leavesRoots(other, site, target, survey)).isEmpty()
        && Survey.lastBefore(survey.rootElsewhere.get(), site, other -> cachesIn(other, target.home().get())).isEmpty();
  }

  /**
   * Whether the directory right below the home that holds the target may be another user's by now: COPY, ADD, WORKDIR or
   * a RUN of another user may have made it, and nothing has handed it over.
   */
  private static boolean isAnothers(Site site, Target target, String directory, Survey survey) {
    Vector<String> written = site.written().filter(path -> Paths.within(path, directory));
    if (written.exists(path -> Paths.within(path, target.path()))) {
      return false;
    }
    Option<Site> making = Survey.lastBefore(survey.makingAsOthers(target, directory), site, other -> true);
    boolean made = making.isDefined() || (written.nonEmpty() && !wasMade(site, site, directory, survey));
    return made
        && Survey.lastBefore(
                survey.handingOver.get(),
                site,
                other ->
                    making.forAll(maker -> maker.order <= other.order)
                        && written.forAll(path -> isBefore(other, path))
                        && Ownership.isGivenTo(target.owner().get(), other, directory))
            .isEmpty();
  }

  /** Whether a RUN of another user than the target's speaks of the directory, or a variable in force there lies in it. */
  static boolean mayMake(Site other, Target target, String directory) {
    String name = target.owner().get().name();
    if (other.before.user().exists(user -> user.name().equals(name))) {
      return false;
    }
    String rest = directory.substring(target.home().get().length());
    boolean isHome = other.scope.value("HOME").map(Paths::clean).equals(target.home());
    return other.mentions(directory)
        || other.mentions("~" + name + rest)
        || (isHome && (other.mentions("~" + rest) || other.mentions("HOME" + rest) || other.mentions("HOME}" + rest)))
        || other.scope
            .variables()
            .values()
            .exists(value -> value.map(Paths::clean).exists(path -> Paths.within(path, directory)));
  }

  /** Whether a path was written before a RUN or is spelled out in it. */
  private static boolean isBefore(Site site, String path) {
    return site.written().contains(path) || site.mentions(path);
  }

  /** Whether a RUN of root's has a HOME that is another than root's own. */
  static boolean isRootElsewhere(Site site) {
    return site.scope.variables().containsKey("HOME") && Users.mayBeRoot(site);
  }

  /** Whether a package manager of the RUN keeps its cache in this home. */
  private static boolean cachesIn(Site site, String home) {
    return site.calls()
        .filter(Call::downloads)
        .flatMap(call -> Target.of(site, call))
        .exists(target -> isBelowHome(target.path(), home));
  }

  /** Whether a RUN has a mount whose directories in the home are above the target too, and that the user had not made. */
  private static boolean leavesRoots(Site other, Site site, Target target, Survey survey) {
    String home = target.home().get();
    return other
        .mountPoints()
        .exists(
            point -> {
              Option<String> shared = firstBelow(home, point.path()).filter(firstBelow(home, target.path())::contains);
              return shared.exists(directory -> !wasMade(other, site, directory, survey));
            });
  }

  private static Option<String> firstBelow(String home, String path) {
    return Paths.below(path, home)
        ? Option.some(home + "/" + path.substring(home.length() + 1).split("/", 2)[0])
        : Option.none();
  }

  /** Whether, when one RUN begins, the user of a RUN has made the directory or something in it, or a new step has. */
  private static boolean wasMade(Site now, Site site, String directory, Survey survey) {
    return Survey.lastBefore(survey.sites, now, before -> makes(before, site, directory)).isDefined()
        || survey.steps().stream()
            .anyMatch(
                step ->
                    step.site().order <= now.order
                        && now.follows(step.site().stage)
                        && haveOneUser(step.site(), site)
                        && Paths.within(step.path(), directory));
  }

  private static boolean haveOneUser(Site one, Site other) {
    return one.before.user().map(Account::name).equals(other.before.user().map(Account::name));
  }

  /** Whether a RUN of the same user as the site's makes the directory or something in it; usermod -u makes it the new id's. */
  static boolean makes(Site other, Site site, String directory) {
    return haveOneUser(other, site)
        && !other.mountPoints().exists(point -> point.holds(directory))
        && other.commands.exists(
            command ->
                command.name().contains("mkdir")
                    && command.mustRun()
                    && !command.changesUser()
                    && other.leads(command, at -> Paths.within(at, directory)));
  }

  /** Whether a command makes a directory above the path, and fails where something is in it: {@code git clone}. */
  static boolean needsEmpty(Site site, SimpleCommand command, String path) {
    return command.name().contains("git")
        && command.arguments().exists(word -> word.text().equals("clone"))
        && site.leads(command, at -> !at.equals("/") && Paths.within(path, at));
  }

  /** The step before. */
  static Run making(Target target) {
    return Run.of("mkdir -p " + target.path());
  }

  /** What such a step makes, where a RUN is one. */
  static Option<String> madeBy(Run run) {
    Matcher step = STEP.matcher(run.text());
    return step.matches() ? Option.some(step.group(1)) : Option.none();
  }
}
