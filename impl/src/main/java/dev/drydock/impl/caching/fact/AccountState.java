package dev.drydock.impl.caching.fact;

import dev.drydock.caching.Account;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * What instructions have done to an image so far, beyond what a {@link dev.drydock.dockerfile.Scope} tells.
 *
 * @param user who RUN runs as; none where it is the base image's user
 * @param accounts the accounts that RUNs have created, by name; a group of its own by {@code group NAME}
 * @param written the absolute paths that COPY, ADD, WORKDIR and the {@code mkdir} of a RUN have written to
 */
public record AccountState(Option<Account> user, Map<String, Account> accounts, Vector<String> written) {

  /** What the name of a group begins with, among the accounts. */
  static final String GROUP = "group ";

  static final AccountState INITIAL = new AccountState(Option.none(), HashMap.empty(), Vector.empty());

  AccountState withUser(Account account) {
    return new AccountState(Option.some(account), accounts, written);
  }

  AccountState withAccount(Account account) {
    return new AccountState(user, accounts.put(account.name(), account), written);
  }

  AccountState withoutAccount(String name) {
    return new AccountState(user, accounts.remove(name), written);
  }

  AccountState withWritten(String path) {
    return new AccountState(user, accounts, written.append(path));
  }
}
