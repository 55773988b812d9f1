package dev.drydock.shell;

import io.vavr.control.Option;

/**
 * Who a command runs as, as far as the script itself says: {@code sudo}, {@code su}, {@code gosu} and the
 * like change the user, and some of them start with a fresh environment.
 *
 * @param changed whether a wrapper changes the user; where it does not, the user is that of the instruction
 * @param user the name or number of the user it changes to, without a group; none where nothing changes it
 *     or where it cannot be told
 * @param resetsEnvironment whether variables that were set before the wrapper do not reach the command, and
 *     {@code HOME} may be another one ({@code su -}, {@code sudo} without {@code -E}, {@code env -i})
 */
record RunAs(boolean changed, Option<String> user, boolean resetsEnvironment) {

  private static final RunAs UNCHANGED = new RunAs(false, Option.none(), false);

  /** The user and the environment stay as they are. */
  static RunAs unchanged() {
    return UNCHANGED;
  }

  /** This change made by a command that itself already runs as {@code outer}. */
  RunAs within(RunAs outer) {
    boolean reset = resetsEnvironment || outer.resetsEnvironment;
    return changed ? new RunAs(true, user, reset) : new RunAs(outer.changed, outer.user, reset);
  }
}
