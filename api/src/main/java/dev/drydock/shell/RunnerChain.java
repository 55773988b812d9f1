package dev.drydock.shell;

import io.vavr.control.Option;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Follows which command runs which, and as whom, while a script is being read. */
final class RunnerChain {

  /** Who runs the commands of a script: nobody but the shell for the outermost one. */
  private record Link(@Nullable SimpleCommand runner, RunAs user) {}

  private final Deque<Link> scripts = new ArrayDeque<>();
  private Link last = new Link(null, RunAs.unchanged());

  RunnerChain() {
    scripts.push(last);
  }

  /** A command of the innermost script begins a chain. */
  void begin() {
    last = scripts.getFirst();
  }

  /** What runs the next command of the chain. */
  Option<SimpleCommand> runner() {
    return Option.of(last.runner);
  }

  /** Who the next command of the chain runs as. */
  RunAs user() {
    return last.user;
  }

  void add(SimpleCommand command) {
    last = new Link(command, command.runAs());
  }

  /** The last command of the chain changes the user for the next. */
  void change(RunAs user) {
    last = new Link(last.runner, user.within(last.user));
  }

  void enterScript() {
    scripts.push(last);
  }

  void leaveScript() {
    last = scripts.pop();
  }
}
