package dev.drydock.shell;

import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Follows which command runs which, and as whom, while a script is being read. */
final class RunnerChain {

  /** Who runs the commands of a script: nobody but the shell for the outermost one. */
  private record Link(@Nullable SimpleCommand runner, RunAs user) {}

  private static final Link SHELL = new Link(null, RunAs.unchanged());

  /** What runs the scripts that are open, but for the outermost one. */
  private final Deque<Link> scripts = new ArrayDeque<>(2);

  private @Nullable SimpleCommand runner = SHELL.runner;
  private RunAs user = SHELL.user;

  /** A command of the innermost script begins a chain. */
  void begin() {
    become(scripts.isEmpty() ? SHELL : scripts.getFirst());
  }

  private void become(Link link) {
    runner = link.runner;
    user = link.user;
  }

  /** What runs the next command of the chain. */
  Option<SimpleCommand> runner() {
    return Option.of(runner);
  }

  /** Who the next command of the chain runs as. */
  RunAs user() {
    return user;
  }

  void add(SimpleCommand command) {
    runner = command;
    user = command.runAs();
  }

  /** The last command of the chain changes the user for the next. */
  void change(RunAs to) {
    user = to.within(user);
  }

  void enterScript() {
    scripts.push(new Link(runner, user));
  }

  void leaveScript() {
    become(scripts.pop());
  }
}
