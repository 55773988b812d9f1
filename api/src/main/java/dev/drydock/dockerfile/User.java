package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.control.Option;

/**
 * {@code USER name[:group]} or {@code USER uid[:gid]}: who runs what follows.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseUser}.
 */
public final class User extends Instruction {

  User(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.USER;
  }

  /** {@code USER user}. */
  public static User of(String user) {
    return Written.line(User.class, "USER", user);
  }

  /** The user, name or number, as written; variables are not expanded. */
  public String user() {
    String argument = argument(0);
    int colon = argument.indexOf(':');
    return colon < 0 ? argument : argument.substring(0, colon);
  }

  /** The group behind the colon, as written. */
  public Option<String> group() {
    String argument = argument(0);
    int colon = argument.indexOf(':');
    return colon < 0 ? Option.none() : Option.some(argument.substring(colon + 1));
  }
}
