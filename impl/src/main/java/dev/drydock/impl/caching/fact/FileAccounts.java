package dev.drydock.impl.caching.fact;

import dev.drydock.caching.Account;
import dev.drydock.caching.ImageFacts;
import dev.drydock.dockerfile.Construct;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.FileCopy;
import dev.drydock.dockerfile.From;
import dev.drydock.dockerfile.OnBuild;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Scope;
import dev.drydock.dockerfile.Stage;
import dev.drydock.dockerfile.User;
import dev.drydock.dockerfile.Workdir;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Walks a file once and says for each construct what was done to the image before it. */
public final class FileAccounts implements ImageFacts {

  private final Dockerfile file;
  private final Vector<AccountState> states;

  private FileAccounts(Dockerfile file, Vector<AccountState> states) {
    this.file = file;
    this.states = states;
  }

  /** What is known after each instruction of a file. */
  public static FileAccounts of(Dockerfile file) {
    AccountState[] states = new AccountState[file.constructs().size()];
    Arrays.fill(states, AccountState.INITIAL);
    List<AccountState> ends = new ArrayList<>();
    for (Stage stage : file.stages()) {
      AccountState state =
          stage.parent().map(parent -> ends.get(parent.number())).getOrElse(AccountState.INITIAL);
      ends.add(walk(file, stage, state, states));
    }
    return new FileAccounts(file, Vector.of(states));
  }

  /** The state at the end of a stage. What its ONBUILDs hold runs after it, one after the other. */
  private static AccountState walk(Dockerfile file, Stage stage, AccountState begun, AccountState[] states) {
    AccountState state = begun;
    List<Integer> triggers = new ArrayList<>();
    for (int i = stage.start() + 1; i < stage.end(); i++) {
      Construct construct = file.constructs().get(i);
      states[i] = state;
      state = after(construct, file.scope(construct), state);
      if (construct instanceof OnBuild) {
        triggers.add(i);
      }
    }
    AccountState end = state;
    for (int i : triggers) {
      OnBuild trigger = (OnBuild) file.constructs().get(i);
      states[i] = state;
      for (Construct held : trigger.instruction().filter(inner -> !(inner instanceof From))) {
        state = after(held, file.scope(trigger), state);
      }
    }
    return end;
  }

  private static AccountState after(Construct construct, Scope scope, AccountState before) {
    if (construct instanceof Run run) {
      return AccountReader.after(run, scope, before);
    }
    if (construct instanceof User user) {
      return AccountReader.after(user, scope, before);
    }
    Option<String> path =
        construct instanceof Workdir workdir
            ? Option.some(workdir.path())
            : construct instanceof FileCopy<?> copy ? Option.some(copy.destination()) : Option.none();
    return path.flatMap(scope::expand).flatMap(scope::resolve).map(before::withWritten).getOrElse(before);
  }

  /** What was done to the image before a construct. */
  public AccountState at(Construct construct) {
    return states.get(file.index(construct));
  }

  @Override
  public Option<Account> user(Construct construct) {
    return at(construct).user();
  }

  @Override
  public Map<String, Account> accounts(Construct construct) {
    return at(construct).accounts().filterKeys(name -> !name.startsWith(AccountState.GROUP));
  }

  @Override
  public Option<String> home(Construct construct) {
    Scope scope = file.scope(construct);
    return scope.variables().containsKey("HOME") ? scope.fixedValue("HOME") : user(construct).flatMap(Account::home);
  }
}
