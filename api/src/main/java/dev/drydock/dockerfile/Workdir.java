package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;

/**
 * {@code WORKDIR path}: the directory that what follows runs in; relative to the one before.
 *
 * <p>Source of the rule: BuildKit {@code frontend/dockerfile/instructions/parse.go}, {@code parseWorkdir}.
 */
public final class Workdir extends Instruction {

  Workdir(Source source, int start, int end) {
    super(source, start, end);
  }

  @Override
  Kind kind() {
    return Kind.WORKDIR;
  }

  /** {@code WORKDIR path}. */
  public static Workdir of(String path) {
    Words.line(path, "path", "a directory");
    return InstructionWriter.line(Workdir.class, "WORKDIR", path);
  }

  /** The path as written. */
  public String path() {
    return argument(0);
  }

  /** With another path; the rest keeps its text. */
  public Workdir withPath(String path) {
    return (Workdir) withArgument(0, "path", of(path).path());
  }
}
