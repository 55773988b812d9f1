package dev.drydock.dockerfile;

import dev.drydock.given.Given;
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
    return of(Vector.of(Given.notNull(source, "source")), destination);
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

  /**
   * {@code COPY <<EOF destination}: a file that holds just this text, with a line end after its last line.
   *
   * @see #template
   */
  public static Copy inline(String content, String destination) {
    return withContent(HeredocText.literal(Copy.class, "COPY ", Given.notNull(content, "content"), at(destination)), destination);
  }

  /**
   * {@code COPY <<EOF destination}: a file of this text, in which BuildKit puts the values of variables, and of which it
   * takes the backslashes that escape.
   *
   * @see #inline
   */
  public static Copy template(String content, String destination) {
    return withContent(HeredocText.expanded(Copy.class, "COPY ", Given.notNull(content, "content"), at(destination)), destination);
  }

  private static String at(String destination) {
    return " " + Words.word(destination, "destination", "the path of a file in the image");
  }

  private static Copy withContent(Copy made, String destination) {
    if (!made.destination().equals(destination) || made.arguments().size() != 2) {
      throw Given.refused("destination", "the path of a file in the image, without quotes", destination);
    }
    return InstructionWriter.accepted(made);
  }

  /** {@code --from}: a stage's name or number, an image, or a named context. */
  public Option<String> from() {
    return flag("from");
  }

  /** {@code --parents}: the sources keep their directories. */
  public boolean keepsParents() {
    return switchedOn("parents");
  }

  /** With {@code --from}: a stage's name or number, an image, or a named context. */
  public Copy from(String origin) {
    return (Copy) withFlag("from", Words.flag(origin, "origin", "a stage, an image or a named context"));
  }

  /** With {@code --parents}: the sources keep their directories. */
  public Copy parents() {
    return (Copy) withSwitch("parents");
  }
}
