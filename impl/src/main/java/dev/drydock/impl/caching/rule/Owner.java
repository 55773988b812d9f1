package dev.drydock.impl.caching.rule;

import dev.drydock.caching.Account;
import dev.drydock.impl.caching.effect.Paths;
import io.vavr.control.Option;

/** The mount is root's, and the RUN's user is another one: the package manager cannot write there, or does not look there. */
public final class Owner implements MountFault {

  private static final String ROOTS_HOME = "/root";

  @Override
  public String rule() {
    return "repair-cache-mounts/*/owner";
  }

  @Override
  public Option<String> of(StandingMount standing) {
    if (standing.run().mayBeRoot() || standing.mount().readOnly()) {
      return Option.none();
    }
    String user = standing.run().user().map(Account::name).getOrElse("the base image's user");
    if (standing.holds()) {
      boolean usersOwn = standing.locations().exists(location -> location.owner().isDefined());
      return !usersOwn || standing.run().mayWriteTo(standing.mount())
          ? Option.none()
          : Option.some("the RUN runs as " + user + ", who may not write to the mount: without uid and gid it is root's");
    }
    return standing.path().exists(path -> Paths.within(path, ROOTS_HOME))
        ? Option.some("the RUN runs as " + user + ", whose cache is not in root's home directory")
        : Option.none();
  }
}
