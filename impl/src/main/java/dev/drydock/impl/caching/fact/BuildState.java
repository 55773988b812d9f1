package dev.drydock.impl.caching.fact;

import dev.drydock.caching.Account;
import dev.drydock.impl.caching.effect.Paths;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What instructions have done to an image so far, beyond what a {@link dev.drydock.dockerfile.Scope} tells.
 *
 * @param accounts the accounts that RUNs have created, and the known one of the base image, by name; a group of its own by
 *     {@code group NAME}
 * @param residents the names of the accounts that live in a directory
 * @param user who RUN runs as; none where it is the base image's user, unless that is its known account
 * @param written what COPY, ADD, WORKDIR and the {@code mkdir} of a RUN have written to
 * @param touched what may have been made besides, as far as it can be the home of an account that the file creates
 * @param variables those of ENV and ARG that a rule may ask about
 */
public record BuildState(
    Map<String, Account> accounts,
    Map<String, Vector<String>> residents,
    Option<Account> user,
    WrittenPaths written,
    TouchedPaths touched,
    VariablesOfNote variables) {

  /** What the name of a group begins with, among the accounts. */
  static final String GROUP = "group ";

  static final BuildState INITIAL =
      new BuildState(HashMap.empty(), HashMap.empty(), Option.none(), WrittenPaths.NONE, TouchedPaths.NONE, VariablesOfNote.NONE);

  /** The state of an image that a stage begins with; a home that is there is not made again for another user. */
  static BuildState of(Option<ImageAccount> account) {
    return account.map(BuildState::of).getOrElse(INITIAL);
  }

  private static BuildState of(ImageAccount known) {
    Account account = known.account();
    BuildState state = INITIAL.withAccount(account).withAccount(group(account.name(), account.gid()));
    state = account.home().map(state::withWritten).getOrElse(state);
    return known.runs() ? state.withUser(account) : state;
  }

  /** What stands for a group among the accounts. */
  static Account group(String name, Option<Integer> gid) {
    return new Account(GROUP + name, Option.none(), gid, Option.none(), false);
  }

  /** The same on an image that may be another one: of accounts no more is known than where somebody may live. */
  BuildState ofAnotherImage() {
    return new BuildState(
        accounts.mapValues(BuildState::unknown),
        residents,
        user.map(account -> account.isRoot() ? account : unknown(account)),
        written,
        touched,
        variables);
  }

  private static Account unknown(Account account) {
    return new Account(account.name(), Option.none(), Option.none(), Option.none(), false);
  }

  BuildState withUser(Account account) {
    return new BuildState(accounts, residents, Option.some(account), written, touched, variables);
  }

  BuildState withAccount(Account account) {
    BuildState without = withoutAccount(account.name());
    Map<String, Vector<String>> homes = without.residents;
    for (String home : account.home().map(Paths::clean)) {
      homes = homes.put(home, homes.getOrElse(home, Vector.empty()).append(account.name()));
    }
    return new BuildState(without.accounts.put(account.name(), account), homes, user, written, touched, variables);
  }

  BuildState withoutAccount(String name) {
    Map<String, Vector<String>> homes = residents;
    for (String home : accounts.get(name).flatMap(Account::home).map(Paths::clean)) {
      homes = homes.put(home, homes.get(home).get().remove(name));
    }
    return new BuildState(accounts.remove(name), homes, user, written, touched, variables);
  }

  BuildState withWritten(String path) {
    return new BuildState(accounts, residents, user, written.and(path), touched, variables);
  }

  BuildState withTouched(TouchedPaths paths) {
    return new BuildState(accounts, residents, user, written, paths, variables);
  }

  BuildState withProgram(String name) {
    return new BuildState(accounts, residents, user, written.withProgram(name), touched, variables);
  }

  BuildState withVariables(VariablesOfNote others) {
    return others == variables ? this : new BuildState(accounts, residents, user, written, touched, others);
  }

  /** An account, other than root, in whose home a clean path lies. */
  public Option<Account> inhabitant(String path) {
    for (String at = Paths.parent(path); at.length() > 1; at = Paths.parent(at)) {
      Option<Account> resident =
          residents.getOrElse(at, Vector.empty()).flatMap(accounts::get).find(account -> !account.isRoot());
      if (resident.isDefined()) {
        return resident;
      }
    }
    return Option.none();
  }
}
