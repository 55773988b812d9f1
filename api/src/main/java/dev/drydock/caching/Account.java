package dev.drydock.caching;

import dev.drydock.given.Given;
import io.vavr.control.Option;

/**
 * A user of the image, as far as the Dockerfile tells.
 *
 * @param name the name, or the number where only that is known
 * @param uid the numeric user id, where it is known for every build
 * @param gid the numeric id of the user's group, where it is known for every build
 * @param home the home directory, absolute, where it is known
 * @param homeExists whether the home directory is known to exist and to be the user's
 */
public record Account(String name, Option<Integer> uid, Option<Integer> gid, Option<String> home, boolean homeExists) {

  /** The parts, none of which is null. */
  public Account {
    Given.notNull(name, "name");
    Given.notNull(uid, "uid");
    Given.notNull(gid, "gid");
    Given.notNull(home, "home");
  }

  /** The superuser: id 0, at home in {@code /root}. */
  public static final Account ROOT =
      new Account("root", Option.some(0), Option.some(0), Option.some("/root"), true);

  /** Whether this is the superuser. */
  public boolean isRoot() {
    return name.equals("root") || uid.contains(0);
  }
}
