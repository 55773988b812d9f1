package dev.drydock.impl.transform;

import dev.drydock.shell.Assignment;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** What is known of the environment of one command of a RUN: what its script has set, then what the file has. */
final class Environment {

  private final Site site;
  private final SimpleCommand command;

  Environment(Site site, SimpleCommand command) {
    this.site = site;
    this.command = command;
  }

  /** Whether a variable is set by the script or the file; what the base image sets is not known. */
  boolean sets(String name) {
    return assignment(name).isDefined() || isOfTheFile(name);
  }

  /** Whether what the file sets reaches the command: not behind {@code sudo} or {@code unset}. */
  boolean reaches(String name) {
    boolean unset =
        site.commands.exists(
            other -> other.name().contains("unset") && other.arguments().exists(word -> word.value().contains(name)));
    return !unset && !command.resetsEnvironment();
  }

  private boolean isOfTheFile(String name) {
    return site.scope.variables().containsKey(name);
  }

  /** What the script says of it; what the file has exported is so whatever the script gives it. */
  private Option<Assignment> assignment(String name) {
    Option<Assignment> own = assigned(command.environment(), name);
    return own.isDefined() || !isOfTheFile(name) || !reaches(name) ? own : assigned(command.variables(), name);
  }

  /** Its value, where it is set and the value is the same in every build. */
  Option<String> value(String name) {
    Option<Assignment> assignment = assignment(name);
    if (assignment.isDefined()) {
      return valueOf(assignment.get());
    }
    return isOfTheFile(name) && !reaches(name) ? Option.none() : fileValue(name);
  }

  /** What {@code $name} in the command's words gives, where that is the same in every build. */
  Option<String> shellValue(String name) {
    Option<Assignment> assignment = assigned(command.variables(), name);
    return assignment.isDefined() ? valueOf(assignment.get()) : fileValue(name);
  }

  private Option<String> fileValue(String name) {
    return name.equals("HOME") && !site.scope.variables().containsKey("HOME")
        ? Users.home(site)
        : site.scope.fixedValue(name);
  }

  private Option<String> valueOf(Assignment assignment) {
    return assignment.certain() && !assignment.appends()
        ? assignment.value().value(site.scope::fixedValue)
        : Option.none();
  }

  private static Option<Assignment> assigned(Vector<Assignment> assignments, String name) {
    return assignments.findLast(assignment -> assignment.name().equals(name));
  }

  /** Where the variable is set: {@code NAME=value} as far as it is known. */
  Option<String> setting(String name) {
    Option<Option<String>> variable = site.scope.variables().get(name);
    return assignment(name)
        .map(Assignment::span)
        .map(span -> span.of(site.run.text()))
        .orElse(() -> variable.map(known -> name + "=" + known.getOrElse("…")));
  }
}
