package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.Kind;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/**
 * {@code USER name[:group]} or {@code USER uid[:gid]}: who runs what follows.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseUser}.
 */
public final class User extends Instruction {

  private static final Pattern NEGATIVE = Pattern.compile("(^|:)-\\d+(:|$)");

  User(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.USER;
  }

  /**
   * {@code USER user[:group]}, names or numbers.
   *
   * @throws IllegalArgumentException where it is blank, has a line break, or a number is negative
   */
  public static User of(String user) {
    Words.line(user, "user", "a user and perhaps a group: app, app:app or 1000:1000");
    if (NEGATIVE.matcher(user).find()) {
      throw Given.refused("user", "numbers from 0 on", user);
    }
    return InstructionWriter.line(User.class, "USER", user);
  }

  /** {@code USER uid:gid}. */
  public static User of(int uid, int gid) {
    Given.atLeast(0, uid, "uid", "it is a user's number");
    return of(uid + ":" + Given.atLeast(0, gid, "gid", "it is a group's number"));
  }

  /** The user, name or number, as written; variables are not expanded. */
  public String user() {
    String argument = argument(0);
    int colon = groupColon(argument);
    return colon < 0 ? argument : argument.substring(0, colon);
  }

  /** The group behind the colon, as written. */
  public Option<String> group() {
    String argument = argument(0);
    int colon = groupColon(argument);
    return colon < 0 ? Option.none() : Option.some(argument.substring(colon + 1));
  }

  /** The colon before the group: the first one outside {@code ${…}}. */
  private static int groupColon(String argument) {
    return Words.withoutBraced(argument).indexOf(':');
  }

  /**
   * With another user, name or number; the group stays.
   *
   * @throws IllegalArgumentException where it is none
   */
  public User withUser(String user) {
    Words.word(user, "user", "a user, name or number, without a group");
    if (groupColon(user) >= 0) {
      throw Given.refused("user", "a user, name or number, without a group", user);
    }
    return with(user, group(), "user");
  }

  /**
   * With this group, name or number; the user stays.
   *
   * @throws IllegalArgumentException where it is none
   */
  public User withGroup(String group) {
    Words.word(group, "group", "a group, name or number");
    return with(user(), Option.some(group), "group");
  }

  private User with(String user, Option<String> group, String name) {
    return (User) withArgument(0, name, of(user + group.map(given -> ":" + given).getOrElse("")).argument(0));
  }
}
