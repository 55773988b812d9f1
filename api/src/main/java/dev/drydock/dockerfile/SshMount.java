package dev.drydock.dockerfile;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** The socket of an SSH agent: {@code --mount=type=ssh}. */
public final class SshMount extends Mount {

  static final Vector<String> NAMES = Vector.of("id", "target", "required", "mode", "uid", "gid");

  SshMount(Map<String, String> fields) {
    super(fields);
  }

  @Override
  public String type() {
    return "ssh";
  }

  @Override
  Vector<String> names() {
    return NAMES;
  }

  /** The default agent of the build. */
  public static SshMount ofDefaultAgent() {
    return new SshMount(HashMap.empty());
  }

  /** The agent of this name. */
  public static SshMount of(String id) {
    return new SshMount(HashMap.of("id", Words.flag(id, "id", "an agent's name")));
  }

  /** With its socket at this path. */
  public SshMount withTarget(String target) {
    return new SshMount(with("target", absolute(target, "target")));
  }

  /** Without which the build fails. */
  public SshMount asRequired() {
    return new SshMount(with("required", "true"));
  }

  /** With this mode of the socket, an octal number in Java too: {@code 0600}. */
  public SshMount withMode(int mode) {
    return new SshMount(withFileMode(mode));
  }

  /** Owned by these; by root where they are not given. */
  public SshMount ownedBy(int uid, int gid) {
    return new SshMount(withOwner(uid, gid));
  }

  /** Which agent; {@code default} where it is not given. */
  public Option<String> id() {
    return field("id");
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
