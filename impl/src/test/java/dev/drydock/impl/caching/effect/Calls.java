package dev.drydock.impl.caching.effect;

import dev.drydock.dockerfile.Run;
import dev.drydock.shell.SimpleCommand;
import dev.drydock.shell.Word;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Calls of programs by themselves, with no file and no RUN around them that would tell more than their words. */
final class Calls {

  /** Nothing is known but the call. */
  static final Surroundings NOTHING_KNOWN = new Around("", "");

  /** A RUN that speaks of one directory, and runs one other program. */
  record Around(String directory, String program) implements Surroundings {

    @Override
    public Option<String> fileValue(String variable) {
      return Option.none();
    }

    @Override
    public boolean speaksOf(String other) {
      return directory.equals(other);
    }

    @Override
    public boolean brings(String other) {
      return false;
    }

    @Override
    public boolean runs(String other) {
      return program.equals(other);
    }

    @Override
    public Vector<Invocation> feeding(Invocation invocation) {
      return Vector.empty();
    }
  }

  private Calls() {}

  /** A command that stands in {@code /srv}. */
  static Invocation of(String command) {
    return in(Option.some("/srv"), command);
  }

  /** A command that stands in a directory, or in one that is not known. */
  static Invocation in(Option<String> directory, String command) {
    SimpleCommand read = Run.of(command).script().get().commands().head();
    return new Invocation(read, Word::value, Vector.of(directory), false, false);
  }
}
