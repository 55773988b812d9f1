package dev.drydock.impl.caching.fact;

import dev.drydock.shell.Assignment;
import dev.drydock.shell.SimpleCommand;
import io.vavr.control.Option;

/** What is known of the environment of one command of a RUN: what its script has set, then what the file has. */
public final class Environment {

  private final RunFacts run;
  private final SimpleCommand command;

  Environment(RunFacts run, SimpleCommand command) {
    this.run = run;
    this.command = command;
  }

  /** Whether a variable is set by the script or the file; what the base image sets is not known. */
  public boolean sets(String name) {
    return assignment(name).isDefined() || isOfTheFile(name);
  }

  /** Whether what the file sets reaches the command: not behind {@code sudo} or {@code unset}. */
  public boolean reaches(String name) {
    return !run.unsets(name) && !command.resetsEnvironment();
  }

  private boolean isOfTheFile(String name) {
    return run.scope().variables().containsKey(name);
  }

  /** What the script says of it; what the file has exported is so whatever the script gives it. */
  private Option<Assignment> assignment(String name) {
    Option<Assignment> own = command.environment(name);
    return own.isDefined() || !isOfTheFile(name) || !reaches(name) ? own : command.variable(name);
  }

  /** Its value, where it is set and the value is the same in every build. */
  public Option<String> value(String name) {
    Option<Assignment> assignment = assignment(name);
    if (assignment.isDefined()) {
      return valueOf(assignment.get());
    }
    return isOfTheFile(name) && !reaches(name) ? Option.none() : fileValue(name);
  }

  /** What {@code $name} in the command's words gives, where that is the same in every build. */
  Option<String> shellValue(String name) {
    Option<Assignment> assignment = command.variable(name);
    return assignment.isDefined() ? valueOf(assignment.get()) : fileValue(name);
  }

  private Option<String> fileValue(String name) {
    return name.equals("HOME") && !isOfTheFile("HOME") ? run.home() : run.scope().fixedValue(name);
  }

  private Option<String> valueOf(Assignment assignment) {
    return assignment.certain() && !assignment.appends()
        ? assignment.value().value(run.scope()::fixedValue)
        : Option.none();
  }

  /** Whether a variable is set by the file, and by no command of the script. */
  public boolean isOfTheFileAlone(String name) {
    return assignment(name).isEmpty() && isOfTheFile(name);
  }

  /** What {@code $name} gives, as long as nobody gives an ARG another value than its default. */
  public Option<String> likelyValue(String name) {
    return command.variable(name).isDefined() ? shellValue(name) : shellValue(name).orElse(() -> run.scope().value(name));
  }

  /** Where the variable is set: {@code NAME=value} as far as it is known. */
  public Option<String> setting(String name) {
    Option<Option<String>> variable = run.scope().variables().get(name);
    return assignment(name)
        .orElse(() -> command.variable(name))
        .map(Assignment::span)
        .map(span -> span.of(run.text()))
        .orElse(() -> variable.map(known -> name + "=" + known.getOrElse("…")));
  }
}
