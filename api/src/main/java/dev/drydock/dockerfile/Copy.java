package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * {@code COPY [--from=…] [--chown=…] [--chmod=…] [--link] [--parents] [--exclude=…] source… destination}.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseCopy}.
 */
public final class Copy extends Instruction {

  Copy(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.COPY;
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

  /** {@code --from}: a stage's name or number, an image, or a named context. */
  public Option<String> from() {
    return flag("from");
  }

  /** {@code --parents}: the sources keep their directories. */
  public boolean parents() {
    return switchedOn("parents");
  }
}
