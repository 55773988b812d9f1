package dev.drydock.impl.caching.rule;

import dev.drydock.caching.PackageManager;
import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.CacheSwitches;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.fact.CacheLocation;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.shell.Assignment;
import dev.drydock.shell.ShellScript;
import dev.drydock.shell.SimpleCommand;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * An assignment in a RUN that switches the cache off, and that nothing else in the RUN needs: {@code PIP_NO_CACHE_DIR=1 pip
 * install}, {@code export PIP_NO_CACHE_DIR=1; pip install}. It goes as an option does.
 *
 * @param command which it stands before, or which it is an argument of
 */
record DefeatingAssignment(Invocation command, Argument assignment) {

  private static final Set<String> EXPORTING = HashSet.of("export", "declare", "typeset");

  /** Those for one call of a package manager. */
  static Vector<DefeatingAssignment> of(FileFacts file, RunFacts run, PackageCall call) {
    return CacheSwitches.of(call.manager()).flatMap(name -> of(file, run, call, name));
  }

  private static Option<DefeatingAssignment> of(FileFacts file, RunFacts run, PackageCall call, String name) {
    Option<Assignment> assigned =
        call.command().environment(name).filter(assignment -> switchesOff(call.manager(), assignment));
    return assigned.isDefined() && speaksOfItOnce(run, name)
        ? assigned
            .flatMap(assignment -> find(run, assignment))
            .filter(found -> found.isForCallAlone(call) || isForItsLikes(file, run, call, name))
        : Option.none();
  }

  private static boolean speaksOfItOnce(RunFacts run, String name) {
    return !run.scope().variables().containsKey(name) && !run.unsets(name) && !isRead(run, name);
  }

  private static boolean isRead(RunFacts run, String name) {
    return run.text().contains("$" + name) || run.text().contains("${" + name);
  }

  private static boolean switchesOff(PackageManager manager, Assignment assignment) {
    Option<String> value = assignment.value().value();
    return assignment.certain()
        && !assignment.appends()
        && value.isDefined()
        && CacheSwitches.areOff(manager, assignment.name(), value);
  }

  private static Option<DefeatingAssignment> find(RunFacts run, Assignment assignment) {
    return run.invocations()
        .flatMap(invocation -> invocation.assigning(assignment).map(found -> new DefeatingAssignment(invocation, found)))
        .headOption();
  }

  /** All that its command exports, without which nothing of it is left; none where it runs something. */
  Vector<Argument> exported() {
    return EXPORTING.contains(command.name()) ? command.arguments().filter(argument -> !argument.isOption()) : Vector.empty();
  }

  /** Whether the call is all that gets it, and passes it on to no program. */
  private boolean isForCallAlone(PackageCall call) {
    SimpleCommand assigning = command.command();
    boolean ownOrWrapper = assigning == call.command() || call.command().runBy().exists(runner -> runner == assigning);
    return ownOrWrapper && !runsScript(assigning) && !call.passesOn();
  }

  private static boolean runsScript(SimpleCommand command) {
    return command.name().exists(ShellScript::isShell);
  }

  /** Whether all that may get it are calls of the same package manager that keep their caches at the same place. */
  private static boolean isForItsLikes(FileFacts file, RunFacts run, PackageCall call, String name) {
    Vector<PackageCall> calls = run.calls().filter(PackageCall::downloads);
    return run.isRead()
        && run.invocations().forAll(other -> !run.conduct(other).mayCallPackageManagers() || isOneOf(calls, other))
        && calls
            .filter(other -> CacheSwitches.of(other.manager()).contains(name))
            .forAll(
                other ->
                    other.manager().equals(call.manager())
                        && !other.passesOn()
                        && CacheLocation.of(file, run, other).equals(CacheLocation.of(file, run, call)));
  }

  private static boolean isOneOf(Vector<PackageCall> calls, Invocation invocation) {
    return calls.exists(call -> call.invocation() == invocation);
  }
}
