package dev.drydock.dockerfile;

import dev.drydock.given.Given;
import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * {@code ADD [--checksum=…] [--keep-git-dir] [--unpack] [--chown=…] [--chmod=…] [--link] [--exclude=…] source… destination}.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseAdd}.
 */
public final class Add extends FileCopy<Add> {

  Add(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.ADD;
  }

  @Override
  Add self(Instruction made) {
    return (Add) made;
  }

  /** {@code ADD source destination}. */
  public static Add of(String source, String destination) {
    return of(Vector.of(Given.notNull(source, "source")), destination);
  }

  /**
   * {@code ADD source… destination}; the JSON form where a path holds a blank. Paths are as in the file: BuildKit
   * expands variables and removes quotes and escapes in them, in the JSON form too.
   *
   * @throws IllegalArgumentException where there is no source, or a path cannot be written
   */
  public static Add of(Iterable<String> sources, String destination) {
    return of(Add.class, "ADD", sources, destination);
  }

  /** {@code --checksum} of a remote source, such as {@code sha256:…}. */
  public Option<String> checksum() {
    return flag("checksum");
  }

  /** {@code --keep-git-dir}: the {@code .git} directory of a git source stays. */
  public boolean keepsGitDir() {
    return switchedOn("keep-git-dir");
  }

  /** {@code --unpack}, where it is given: whether archives are unpacked. */
  public Option<Boolean> unpack() {
    return flags().find(flag -> flag.name().equals("unpack")).map(flag -> switchedOn("unpack"));
  }

  /** With {@code --checksum}: the digest of a remote source, {@code algorithm:hex}; or a git commit. */
  public Add checksum(String digest) {
    return (Add) withFlag("checksum", Words.flag(digest, "digest", "algorithm:hex, or a git commit"));
  }

  /** With {@code --keep-git-dir}: the {@code .git} directory of a git source stays. */
  public Add keepGitDir() {
    return (Add) withSwitch("keep-git-dir");
  }

  /** With {@code --unpack}: archives are unpacked, or not, wherever they come from. */
  public Add unpack(boolean unpacked) {
    return (Add) withFlag("unpack", Boolean.toString(unpacked));
  }
}
