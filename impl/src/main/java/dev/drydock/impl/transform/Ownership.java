package dev.drydock.impl.transform;

import dev.drydock.caching.Account;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/** Whose a directory becomes by what RUNs do to it, and who may write to it. */
final class Ownership {

  /** Modes of chmod that let nobody write but a file's owner. */
  private static final Pattern LEAVES_TO_ROOT = Pattern.compile("[0-7]?[0-7][0145][0145]|[ugoa]*\\+[rxX]+|u[+=][rwxX]+");

  /** Modes of chmod that leave a directory to its owner. */
  private static final Pattern LEAVES_TO_OWNER = Pattern.compile("[0-7]?7[0-7][0-7]|[ugoa]*\\+[rwxXst]+");

  private Ownership() {}

  /**
   * Whether the directory is not root's alone, by a RUN before the site, by the site's, or by a later one that does not
   * surely go over all that is in it by then.
   */
  static boolean isGivenAway(Site site, String directory, Survey survey) {
    Vector<Site> giving = survey.givingAway(directory);
    return givesAway(site, directory)
        || Survey.lastBefore(giving, site, other -> true).isDefined()
        || Survey.firstAfter(
                giving,
                site,
                other ->
                    other.commands.exists(
                        command ->
                            givesAway(other, command, directory)
                                && !(Contents.isRecursive(command) && command.mustRun())))
            .isDefined();
  }

  /** Whether a RUN makes the directory another's than root's, or lets others write to it. */
  static boolean givesAway(Site site, String directory) {
    return site.commands.exists(command -> givesAway(site, command, directory));
  }

  private static boolean givesAway(Site site, SimpleCommand command, String directory) {
    boolean gives =
        switch (command.name().getOrElse("")) {
          case "chown" -> !firstOperand(site, command).exists(owner -> owner.matches("(root|0)([:.](root|0)?)?"));
          case "chmod" -> !firstOperand(site, command).exists(mode -> LEAVES_TO_ROOT.matcher(mode).matches());
          case "chgrp", "setfacl" -> true;
          default -> false;
        };
    return gives
        && site.leads(
            command, at -> Contents.isRecursive(command) ? Paths.within(directory, at) : at.equals(directory));
  }

  /** Whether a RUN removes a home, or a directory above it, or makes it another's than its owner's. */
  static boolean takesAway(Site site, Account owner, String home) {
    return site.commands.exists(
        command -> takesAway(site, command, owner) && site.leads(command, at -> Paths.within(home, at)));
  }

  private static boolean takesAway(Site site, SimpleCommand command, Account owner) {
    return switch (command.name().getOrElse("")) {
      case "rm", "mv" -> true;
      case "chown" -> newOwner(site, command).exists(user -> !user.isEmpty() && !isNameOf(owner, user));
      case "chmod" -> !firstOperand(site, command).exists(mode -> LEAVES_TO_OWNER.matcher(mode).matches());
      default -> false;
    };
  }

  /** Whether the last thing that a RUN does with the directory is to give it, or what holds it, to the user. */
  static boolean isGivenTo(Account owner, Site site, String directory) {
    String text = site.run.text();
    return site.commands.exists(
        command ->
            command.name().contains("chown")
                && command.mustRun()
                && Contents.isRecursive(command)
                && newOwner(site, command).exists(user -> isNameOf(owner, user))
                && site.leads(command, at -> Paths.within(directory, at))
                && text.lastIndexOf(directory) < command.span().end());
  }

  /** The user that chown is given: nothing where it is given only a group. */
  private static Option<String> newOwner(Site site, SimpleCommand command) {
    return firstOperand(site, command).map(value -> value.split("[:.]", 2)[0]);
  }

  /** The owner that chown is given, the mode of chmod. */
  private static Option<String> firstOperand(Site site, SimpleCommand command) {
    return command.arguments().find(word -> !word.text().startsWith("-")).flatMap(word -> site.value(command, word));
  }

  private static boolean isNameOf(Account owner, String user) {
    return user.equals(owner.name()) || owner.uid().exists(id -> user.equals(id.toString()));
  }
}
