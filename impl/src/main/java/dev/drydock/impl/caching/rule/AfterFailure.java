package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.shell.Connector;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;

/**
 * What a RUN does once a download has failed: {@code pip install x || pip install --no-cache-dir x}. That it does without the
 * cache there, or empties it, is what helps where the cache itself is damaged, and costs nothing where it is not.
 */
final class AfterFailure {

  /**
   * The package managers whose calls empty a cache and leave its directory, also where it is a mount point: apt-get(8),
   * {@code clean}; pip, {@code commands/cache.py}.
   */
  private static final Set<String> LEAVE_DIRECTORY = HashSet.of("apt", "pip");

  private AfterFailure() {}

  /** Whether a call may stay that empties the cache only where another call has failed. */
  static boolean empties(RunFacts run, PackageCall call) {
    return LEAVE_DIRECTORY.contains(call.manager().name()) && runs(run, call.manager(), call.command());
  }

  /** Whether a command runs only where a call of the package manager has failed: alone or in a group behind its {@code ||}. */
  static boolean runs(RunFacts run, PackageManager manager, SimpleCommand command) {
    return command.conditional()
        && run.calls(manager)
            .exists(call -> call.command().after() == Connector.OR && isBehind(run, call, command));
  }

  private static boolean isBehind(RunFacts run, PackageCall call, SimpleCommand command) {
    int level = call.command().nesting();
    boolean reached = false;
    for (Invocation invocation : run.invocations()) {
      SimpleCommand each = invocation.command();
      if (reached) {
        if (each == command) {
          return true;
        }
        if (each.nesting() <= level && !command.runBy().contains(each)) {
          return false;
        }
      }
      reached |= each == call.command();
    }
    return false;
  }
}
