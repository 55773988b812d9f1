package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;

/**
 * {@code MAINTAINER name}, deprecated by BuildKit in favour of a label.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseMaintainer}.
 */
public final class Maintainer extends Instruction {

  Maintainer(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.MAINTAINER;
  }

  /** {@code MAINTAINER name}. */
  public static Maintainer of(String name) {
    Words.line(name, "name", "who maintains the image");
    return InstructionWriter.line(Maintainer.class, "MAINTAINER", name);
  }

  /** The name as written. */
  public String name() {
    return argument(0);
  }

  /** With another name; the rest keeps its text. */
  public Maintainer withName(String name) {
    return (Maintainer) withArgument(0, "name", of(name).name());
  }
}
