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

  /** {@code COPY source destination}. */
  public static Copy of(String source, String destination) {
    return of(Vector.of(source), destination);
  }

  /**
   * {@code COPY source… destination}; the JSON form where a path holds a blank. Paths are as in the file: BuildKit
   * expands variables and removes quotes and escapes in them, in the JSON form too.
   *
   * @throws IllegalArgumentException where there is no source, or a path cannot be written
   */
  public static Copy of(Iterable<String> sources, String destination) {
    Vector<String> from = Vector.ofAll(sources);
    if (from.isEmpty()) {
      throw new IllegalArgumentException("nothing to put at " + destination);
    }
    return Written.paths(Copy.class, "COPY", from.append(destination));
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

  /** {@code --from}: a stage's name or number, an image, or a named context. */
  public Option<String> from() {
    return flag("from");
  }

  /** {@code --parents}: the sources keep their directories. */
  public boolean parents() {
    return switchedOn("parents");
  }

  /** With {@code --chown}: {@code user[:group]}, names or numbers; root where it is not given. */
  public Copy withChown(String owner) {
    return (Copy) withFlag("chown", owner);
  }

  /** With {@code --chmod}: octal, such as {@code 755}, or symbolic, such as {@code u=rwX,go=rX}. */
  public Copy withChmod(String mode) {
    return (Copy) withFlag("chmod", mode);
  }

  /** With {@code --link}: a layer that does not depend on those before it. */
  public Copy withLink() {
    return (Copy) withFlag("link", "true");
  }

  /** With one more {@code --exclude}: a pattern as in {@code .dockerignore}, relative to the source. */
  public Copy withExclude(String pattern) {
    return (Copy) withAddedFlag("exclude", pattern);
  }

  /** With {@code --from}: a stage's name or number, an image, or a named context. */
  public Copy withFrom(String origin) {
    return (Copy) withFlag("from", origin);
  }

  /** With {@code --parents}: the sources keep their directories. */
  public Copy withParents() {
    return (Copy) withFlag("parents", "true");
  }
}
