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
    return flags().filter(flag -> flag.name().equals("exclude")).flatMap(Flag::value);
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
}
