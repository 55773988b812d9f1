package dev.drydock.dockerfile;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.regex.Pattern;

/** A file or a variable that does not stay in the image: {@code --mount=type=secret}. */
public final class SecretMount extends Mount {

  static final Vector<String> NAMES = Vector.of("id", "source", "target", "env", "required", "mode", "uid", "gid");

  private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  SecretMount(Map<String, String> fields) {
    super(fields);
  }

  @Override
  public String type() {
    return "secret";
  }

  @Override
  Vector<String> names() {
    return NAMES;
  }

  /** The secret of this name, at {@code /run/secrets/name} where nothing else is said. */
  public static SecretMount of(String id) {
    return new SecretMount(HashMap.of("id", Words.flag(id, "id", "a secret's name")));
  }

  /** Mounted as a file at this path. */
  public SecretMount withTarget(String target) {
    return new SecretMount(with("target", absolute(target, "target")));
  }

  /** Put in this variable; as a file too where {@link #withTarget} says so. */
  public SecretMount withEnv(String variable) {
    Words.matching(VARIABLE, variable, "variable", "a variable's name: letters, digits and _, no digit first");
    return new SecretMount(with("env", variable));
  }

  /** Without which the build fails. */
  public SecretMount asRequired() {
    return new SecretMount(with("required", "true"));
  }

  /** With this mode of the file, an octal number in Java too: {@code 0400}. */
  public SecretMount withMode(int mode) {
    return new SecretMount(withFileMode(mode));
  }

  /** Owned by these; by root where they are not given. */
  public SecretMount ownedBy(int uid, int gid) {
    return new SecretMount(withOwner(uid, gid));
  }

  /** The name of the secret; the base name of the target where it is not given. */
  public Option<String> id() {
    return field("id");
  }

  /** Another way to say the name of the secret. */
  public Option<String> source() {
    return field("source");
  }

  /** The variable that it is put in. */
  public Option<String> env() {
    return field("env");
  }

  /** Whether the build fails without it. */
  public boolean required() {
    return isOn("required");
  }

  /** File mode in octal, as written. */
  public Option<String> mode() {
    return field("mode");
  }

  /** Owner, a decimal number as written. */
  public Option<String> uid() {
    return field("uid");
  }

  /** Group, a decimal number as written. */
  public Option<String> gid() {
    return field("gid");
  }
}
