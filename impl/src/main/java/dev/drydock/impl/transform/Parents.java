package dev.drydock.impl.transform;

import dev.drydock.dockerfile.Account;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Variable;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.transform.PackageManagers;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.Predicate;
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

  /** Commands that change whose a file is, or who may write to it. */
  private static final Set<String> OWNERS = HashSet.of("chown", "chgrp", "chmod", "setfacl");

  /** A step as it is added. */
  private static final Pattern STEP = Pattern.compile("RUN mkdir -p (/\\S+)\\s*");

  /** Modes of chmod that let nobody write but a file's owner. */
  private static final Pattern LEAVES_TO_ROOT = Pattern.compile("[0-7]?[0-7][0145][0145]|[ugoa]*\\+[rxX]+|u[+=][rwxX]+");

  /** Modes of chmod that leave a directory to its owner. */
  private static final Pattern LEAVES_TO_OWNER = Pattern.compile("[0-7]?7[0-7][0-7]|[ugoa]*\\+[rwxXst]+");

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
        site.scope
            .accounts()
            .values()
            .find(account -> !account.isRoot() && account.home().exists(home -> isBelowHome(path, home)));
    if (inhabitant.isDefined()) {
      return kept(target, "it lies in the home of " + inhabitant.get().name() + ", where it would be root's");
    }
    Option<String> handed = target.holder().filter(holder -> isHandedOver(site, holder, survey));
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

  /**
   * Whether a RUN makes the directory another's than root's, or lets others write to it, but for a later one that does so
   * with all that is in it by then.
   */
  private static boolean isHandedOver(Site site, String directory, Survey survey) {
    Vector<Site> changing = survey.changingOwners.get();
    return Survey.lastBefore(changing, site, other -> handsOn(other, directory, command -> true)).isDefined()
        || handsOn(site, directory, command -> true)
        || Survey.firstAfter(
                changing,
                site,
                other -> handsOn(other, directory, command -> !(Contents.isRecursive(command) && command.mustRun())))
            .isDefined();
  }

  /** Whether such a command of the RUN makes the directory another's than root's. */
  private static boolean handsOn(Site site, String directory, Predicate<SimpleCommand> such) {
    return site.commands.exists(
        command ->
            givesAway(site, command)
                && such.test(command)
                && leads(
                    site,
                    command,
                    at -> Contents.isRecursive(command) ? Paths.within(directory, at) : at.equals(directory)));
  }

  private static boolean givesAway(Site site, SimpleCommand command) {
    Option<String> first = firstOperand(site, command);
    return switch (command.name().getOrElse("")) {
      case "chown" -> !first.exists(owner -> owner.matches("(root|0)([:.](root|0)?)?"));
      case "chmod" -> !first.exists(mode -> LEAVES_TO_ROOT.matcher(mode).matches());
      default -> changesOwner(command);
    };
  }

  /** The owner that chown is given, the mode of chmod. */
  private static Option<String> firstOperand(Site site, SimpleCommand command) {
    return command.arguments().find(word -> !word.text().startsWith("-")).flatMap(word -> site.value(command, word));
  }

  /** Whether it changes whose a file is, or who may write to it. */
  static boolean changesOwner(SimpleCommand command) {
    return command.name().exists(OWNERS::contains);
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
        && Survey.lastBefore(survey.changingHomes.get(), site, other -> takesAway(other, target)).isEmpty()
        && !firstBelow(target.home().get(), target.path()).exists(directory -> isAnothers(site, target, directory, survey))
        && Survey.lastBefore(survey.mounting.get(), site, other -> leavesRoots(other, site, target, survey)).isEmpty()
        && Survey.lastBefore(survey.rootElsewhere.get(), site, other -> cachesIn(other, target.home().get())).isEmpty();
  }

  /** Whether a RUN removes the home, or one above it, or makes it another's than its user's. */
  private static boolean takesAway(Site other, Target target) {
    return other.commands.exists(
        command ->
            takesAway(other, command, target.owner().get())
                && leads(other, command, at -> Paths.within(target.home().get(), at)));
  }

  private static boolean takesAway(Site site, SimpleCommand command, Account owner) {
    Option<String> first = firstOperand(site, command);
    return switch (command.name().getOrElse("")) {
      case "rm", "mv" -> true;
      case "chown" -> first.map(value -> value.split("[:.]", 2)[0]).exists(user -> !user.isEmpty() && !isNameOf(owner, user));
      case "chmod" -> !first.exists(mode -> LEAVES_TO_OWNER.matcher(mode).matches());
      default -> false;
    };
  }

  private static boolean isNameOf(Account owner, String user) {
    return user.equals(owner.name()) || owner.uid().exists(id -> user.equals(id.toString()));
  }

  /** Whether a RUN may remove a home or make it another's. */
  static boolean mayTakeAway(SimpleCommand command) {
    return changesOwner(command) || command.name().exists(name -> name.equals("rm") || name.equals("mv"));
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
                        && handsOver(other, target, directory))
            .isEmpty();
  }

  /** Whether a RUN of another user than the target's speaks of the directory, or a variable in force there lies in it. */
  static boolean mayMake(Site other, Target target, String directory) {
    String name = target.owner().get().name();
    if (other.scope.user().exists(user -> user.name().equals(name))) {
      return false;
    }
    String rest = directory.substring(target.home().get().length());
    boolean isHome = other.scope.variables().get("HOME").flatMap(Variable::value).map(Paths::clean).equals(target.home());
    return other.mentions(directory)
        || other.mentions("~" + name + rest)
        || (isHome && (other.mentions("~" + rest) || other.mentions("HOME" + rest) || other.mentions("HOME}" + rest)))
        || other.scope
            .variables()
            .values()
            .exists(variable -> variable.value().map(Paths::clean).exists(value -> Paths.within(value, directory)));
  }

  /** Whether a path was written before a RUN or is spelled out in it. */
  private static boolean isBefore(Site site, String path) {
    return site.written().contains(path) || site.mentions(path);
  }

  /** Whether the last thing that a RUN does with the directory is to give it, or what holds it, to the target's user. */
  private static boolean handsOver(Site site, Target target, String directory) {
    Account owner = target.owner().get();
    String text = site.run.text();
    return site.commands.exists(
        command ->
            command.name().contains("chown")
                && command.mustRun()
                && Contents.isRecursive(command)
                && firstOperand(site, command)
                    .map(value -> value.split("[:.]", 2)[0])
                    .exists(user -> isNameOf(owner, user))
                && leads(site, command, at -> Paths.within(directory, at))
                && text.lastIndexOf(directory) < command.span().end());
  }

  /** Whether a RUN of root's has a HOME that is another than root's own. */
  static boolean isRootElsewhere(Site site) {
    return site.scope.variables().containsKey("HOME") && Users.mayBeRoot(site);
  }

  /** Whether a package manager of the RUN keeps its cache in this home. */
  private static boolean cachesIn(Site site, String home) {
    return PackageManagers.ALL.exists(
        manager ->
            site.names(manager)
                && site.calls(manager)
                    .filter(Call::downloads)
                    .exists(
                        call ->
                            manager
                                .caches()
                                .exists(
                                    cache ->
                                        Target.of(site, call, cache)
                                            .exists(target -> isBelowHome(target.path(), home)))));
  }

  /** Whether a RUN has a mount whose directories in the home are above the target too, and that the user had not made. */
  private static boolean leavesRoots(Site other, Site site, Target target, Survey survey) {
    String home = target.home().get();
    return other.mountedAt()
        .exists(
            mounted -> {
              Option<String> shared = firstBelow(home, mounted).filter(firstBelow(home, target.path())::contains);
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
    return one.scope.user().map(Account::name).equals(other.scope.user().map(Account::name));
  }

  /** Whether a RUN of the same user as the site's makes the directory or something in it; usermod -u makes it the new id's. */
  static boolean makes(Site other, Site site, String directory) {
    return haveOneUser(other, site)
        && !other.mountedAt().exists(mounted -> Paths.within(directory, mounted))
        && other.commands.exists(
            command ->
                command.name().contains("mkdir")
                    && command.mustRun()
                    && !command.user().changed()
                    && leads(other, command, at -> Paths.within(at, directory)));
  }

  /** Whether one of a command's arguments names such a place, as far as that is known. */
  private static boolean leads(Site site, SimpleCommand command, Predicate<String> place) {
    return command
        .arguments()
        .exists(word -> site.places(command, word).exists(named -> named.map(Paths::clean).exists(place)));
  }

  /** Whether a command makes a directory above the path, and fails where something is in it: {@code git clone}. */
  static boolean needsEmpty(Site site, SimpleCommand command, String path) {
    return command.name().contains("git")
        && command.arguments().exists(word -> word.text().equals("clone"))
        && leads(site, command, at -> !at.equals("/") && Paths.within(path, at));
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
