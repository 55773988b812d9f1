package dev.drydock.impl.caching.rule;

import dev.drydock.impl.caching.effect.Argument;
import dev.drydock.impl.caching.effect.Invocation;
import dev.drydock.impl.caching.effect.PackageCall;
import dev.drydock.impl.caching.effect.Paths;
import dev.drydock.impl.caching.effect.ProgramNames;
import dev.drydock.impl.caching.fact.RunFacts;
import dev.drydock.shell.ShellScript;
import dev.drydock.caching.PackageManager;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The shell text, or what a program does with a package manager's call among its words, was not understood. */
final class UnreadCall implements RunObjection, CallObjection {

  @Override
  public String rule() {
    return "mount-cache/*/unread";
  }

  @Override
  public Option<Finding> to(Candidate candidate) {
    return inScript(candidate.run());
  }

  @Override
  public Option<Finding> to(RunFacts run, PackageManager manager) {
    return inScript(run).orElse(() -> passedTo(run, manager));
  }

  private Option<Finding> inScript(RunFacts run) {
    return run.script().filter(script -> !script.complete()).map(script -> unread(run, script));
  }

  private Finding unread(RunFacts run, ShellScript script) {
    return Finding.kept(
        rule(),
        script.unread().head().span().of(run.run().text()).strip().lines().findFirst().orElse(""),
        "the shell text was not understood here: " + script.unread().head().reason());
  }

  /** A command that has a call of the package manager among its words without being known to run it. */
  private Option<Finding> passedTo(RunFacts run, PackageManager manager) {
    Set<String> verbs = manager.downloads().addAll(manager.refreshes()).map(verb -> verb.split(" ", 2)[0]);
    return run.invocations()
        .find(
            invocation ->
                hasCallAmongWords(invocation, manager, verbs)
                    && !run.runsNoWords(invocation)
                    && invocation.knownCall().forAll(PackageCall::passesOn)
                    && !invocation.runsAnother())
        .map(
            invocation ->
                Finding.kept(
                    rule(),
                    invocation.firstLine(),
                    manager.name() + " is among its words, and it is not known whether it runs " + manager.name()));
  }

  private static boolean hasCallAmongWords(Invocation invocation, PackageManager manager, Set<String> verbs) {
    Vector<Argument> words = invocation.words();
    for (int i = 1; i + 1 < words.size(); i++) {
      if (verbs.contains(words.get(i + 1).text())
          && ProgramNames.isOne(manager, Paths.baseName(words.get(i).text()))) {
        return true;
      }
    }
    return false;
  }
}
