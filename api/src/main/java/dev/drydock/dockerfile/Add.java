package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * {@code ADD [--checksum=…] [--keep-git-dir] [--unpack] [--chown=…] [--chmod=…] [--link] [--exclude=…] source… destination}.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseAdd}.
 */
public final class Add extends Instruction {

  Add(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.ADD;
  }

  /** {@code ADD source destination}. */
  public static Add of(String source, String destination) {
    return of(Vector.of(source), destination);
  }

  /**
   * {@code ADD source… destination}; the JSON form where a path holds a blank. Paths are as in the file: BuildKit
   * expands variables and removes quotes and escapes in them, in the JSON form too.
   *
   * @throws IllegalArgumentException where there is no source, or a path cannot be written
   */
  public static Add of(Iterable<String> sources, String destination) {
    Vector<String> from = Vector.ofAll(sources);
    if (from.isEmpty()) {
      throw new IllegalArgumentException("nothing to put at " + destination);
    }
    return Written.paths(Add.class, "ADD", from.append(destination));
  }

  /** What is copied: paths, globs, URLs, or the names of heredocs; all arguments but the last. */
  public Vector<String> sources() {
    return arguments().dropRight(1);
  }

  /** Where to: the last argument; relative to WORKDIR where it is not absolute. */
  public String destination() {
    return arguments().lastOption().getOrElse("");
  }

  /** {@code --chown=user:group}, as written. */
  public Option<String> chown() {
    return flag("chown");
  }

  /** {@code --chmod}, as written: octal, or symbolic with newer frontends. */
  public Option<String> chmod() {
    return flag("chmod");
  }

  /** {@code --link}: the layer does not depend on those before it. */
  public boolean link() {
    return switchedOn("link");
  }

  /** The patterns of {@code --exclude}, in order. */
  public Vector<String> excludes() {
    return flagValues("exclude");
  }

  /** {@code --checksum} of a remote source, such as {@code sha256:…}. */
  public Option<String> checksum() {
    return flag("checksum");
  }

  /** {@code --keep-git-dir}: the {@code .git} directory of a git source stays. */
  public boolean keepGitDir() {
    return switchedOn("keep-git-dir");
  }

  /** {@code --unpack}, where it is given: whether archives are unpacked. */
  public Option<Boolean> unpack() {
    return flags().find(flag -> flag.name().equals("unpack")).map(flag -> switchedOn("unpack"));
  }

  /** With {@code --chown}: {@code user[:group]}, names or numbers; root where it is not given. */
  public Add withChown(String owner) {
    return (Add) withFlag("chown", owner);
  }

  /** With {@code --chmod}: octal, such as {@code 755}, or symbolic, such as {@code u=rwX,go=rX}. */
  public Add withChmod(String mode) {
    return (Add) withFlag("chmod", mode);
  }

  /** With {@code --link}: a layer that does not depend on those before it. */
  public Add withLink() {
    return (Add) withFlag("link", "true");
  }

  /** With one more {@code --exclude}: a pattern as in {@code .dockerignore}, relative to the source. */
  public Add withExclude(String pattern) {
    return (Add) withAddedFlag("exclude", pattern);
  }

  /** With {@code --checksum}: the digest of a remote source, {@code algorithm:hex}; or a git commit. */
  public Add withChecksum(String digest) {
    return (Add) withFlag("checksum", digest);
  }

  /** With {@code --keep-git-dir}: the {@code .git} directory of a git source stays. */
  public Add withKeepGitDir() {
    return (Add) withFlag("keep-git-dir", "true");
  }

  /** With {@code --unpack}: archives are unpacked, or not, wherever they come from. */
  public Add withUnpack(boolean unpacked) {
    return (Add) withFlag("unpack", Boolean.toString(unpacked));
  }
}
