package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/**
 * {@code COPY [--from=…] [--chown=…] [--chmod=…] [--link] [--parents] [--exclude=…] source… destination}.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseCopy}.
 */
public final class Copy extends FileCopy<Copy> {

  Copy(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.COPY;
  }

  @Override
  Copy self(Instruction made) {
    return (Copy) made;
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
    return of(Copy.class, "COPY", sources, destination);
  }

  /** {@code --from}: a stage's name or number, an image, or a named context. */
  public Option<String> from() {
    return flag("from");
  }

  /** {@code --parents}: the sources keep their directories. */
  public boolean parents() {
    return switchedOn("parents");
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
