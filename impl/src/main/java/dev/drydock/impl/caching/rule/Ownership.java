package dev.drydock.impl.caching.rule;

import dev.drydock.caching.Account;
import dev.drydock.impl.caching.effect.Effect;
import dev.drydock.impl.caching.fact.FileFacts;
import dev.drydock.impl.caching.fact.Occurrences;
import dev.drydock.impl.caching.fact.PathHistory;
import dev.drydock.impl.caching.fact.RunFacts;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/** Questions to the history of a directory: whose it becomes by what RUNs do, and who may write to it. */
final class Ownership {

  private static final Pattern ROOT = Pattern.compile("(root|0)([:.](root|0)?)?");

  /** Modes of chmod that let nobody write but a file's owner. */
  private static final Pattern LEAVES_TO_ROOT = Pattern.compile("[0-7]?[0-7][0145][0145]|[ugoa]*\\+[rxX]+|u[+=][rwxX]+");

  /** Modes of chmod that leave a directory to its owner. */
  private static final Pattern LEAVES_TO_OWNER = Pattern.compile("[0-7]?7[0-7][0-7]|[ugoa]*\\+[rwxXst]+");

  /** The RUNs that make a directory another's than root's, or let others write to it. */
  private static final PathHistory.Question GIVES_AWAY = (history, run, act) -> givesAway(history, act);

  private Ownership() {}

  /**
   * Whether the directory is not root's alone, by a RUN before one, by that RUN, or by a later one that does not surely go
   * over all that is in it by then.
   */
  static boolean isGivenAway(FileFacts file, RunFacts run, String directory) {
    PathHistory history = file.at(directory);
    Occurrences giving = history.runsThat(GIVES_AWAY);
    return history.acts(run).exists(act -> givesAway(history, act))
        || giving.lastBefore(run).isDefined()
        || giving.firstAfter(run, other -> history.acts(other).exists(act -> givesInPart(history, act))).isDefined();
  }

  private static boolean givesInPart(PathHistory history, PathHistory.Act act) {
    return givesAway(history, act)
        && !(((Effect.Gives) act.effect()).recursive() && act.invocation().command().mustRun());
  }

  private static boolean givesAway(PathHistory history, PathHistory.Act act) {
    if (!(act.effect() instanceof Effect.Gives gives)) {
      return false;
    }
    boolean away =
        switch (gives.right()) {
          case OWNER -> !gives.operand().exists(owner -> ROOT.matcher(owner).matches());
          case MODE -> !gives.operand().exists(mode -> LEAVES_TO_ROOT.matcher(mode).matches());
          case OTHERS -> true;
        };
    return away && (gives.recursive() || gives.place().paths().contains(history.directory()));
  }

  /** Whether a RUN removes a home, or a directory above it, or makes it another's than its owner's. */
  record TakesAway(Account owner) implements PathHistory.Question {

    @Override
    public boolean holds(PathHistory history, RunFacts run, PathHistory.Act act) {
      if (act.effect() instanceof Effect.Displaces) {
        return true;
      }
      return act.effect() instanceof Effect.Gives gives
          && switch (gives.right()) {
            case OWNER -> newOwner(gives).exists(user -> !user.isEmpty() && !isNameOf(owner, user));
            case MODE -> !gives.operand().exists(mode -> LEAVES_TO_OWNER.matcher(mode).matches());
            case OTHERS -> false;
          };
    }
  }

  /** Whether the last thing that a RUN does with the directory is to give it, or what holds it, to the user. */
  record IsGivenTo(Account owner) implements PathHistory.Question {

    @Override
    public boolean holds(PathHistory history, RunFacts run, PathHistory.Act act) {
      return act.effect() instanceof Effect.Gives gives
          && gives.right() == Effect.Gives.Right.OWNER
          && gives.recursive()
          && act.invocation().command().mustRun()
          && newOwner(gives).exists(user -> isNameOf(owner, user))
          && run.run().text().lastIndexOf(history.directory()) < act.invocation().command().span().end();
    }
  }

  /**
   * Whether a RUN of a user makes the directory or something in it, in the image. {@code usermod -u} makes it the new
   * id's.
   */
  record MakesAs(Option<String> user) implements PathHistory.Question {

    @Override
    public boolean holds(PathHistory history, RunFacts run, PathHistory.Act act) {
      return act.effect() instanceof Effect.Creates creates
          && creates.place().isWithin(history.directory())
          && act.invocation().command().mustRun()
          && !act.invocation().command().changesUser()
          && run.user().map(Account::name).equals(user)
          && !run.mountPoints().exists(point -> point.holds(history.directory()));
    }
  }

  /** The user that chown is given: nothing where it is given only a group. */
  private static Option<String> newOwner(Effect.Gives gives) {
    return gives.operand().map(value -> value.split("[:.]", 2)[0]);
  }

  private static boolean isNameOf(Account owner, String user) {
    return user.equals(owner.name()) || owner.uid().exists(id -> user.equals(id.toString()));
  }
}
