package dev.drydock.dockerfile;

import dev.drydock.spi.Kind;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** Makes constructs that belong to no file yet, from text, with {@code \n} and {@code \} as layout. */
final class Detached {

  private Detached() {}

  /** The one construct of a text, which must be of this kind. */
  static <C extends Construct> C one(Class<C> kind, String text) {
    Construct found = one(text);
    if (!kind.isInstance(found)) {
      throw new IllegalArgumentException(
          "not a " + kind.getSimpleName() + ": " + text.strip() + " (it is read as " + found.getClass().getSimpleName() + ")");
    }
    return kind.cast(found);
  }

  static Construct one(String text) {
    Vector<Construct> found = Dockerfile.parse(text).constructs();
    if (found.size() != 1) {
      throw new IllegalArgumentException(
          "not one construct but " + found.size() + ": " + text.strip());
    }
    return found.head();
  }

  /** What a file begins with that is read with this escape character. */
  static String escapeDirective(char escape) {
    return escape == '\\' ? "" : "# escape=" + escape + "\n";
  }

  /** What the text is read as with this escape character, where it is one construct. */
  static Option<Kind> kind(String text, char escape) {
    String directive = escapeDirective(escape);
    String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
    Dockerfile.Reading reading = Dockerfile.Reading.of(directive + bare);
    boolean one = reading.count == (directive.isEmpty() ? 1 : 2);
    return one ? Option.some(reading.kinds[reading.count - 1]) : Option.none();
  }

  /**
   * The construct as the layout of another file has it: line endings, and the escape character.
   */
  static Construct laidOut(Construct construct, Source layout) {
    if (construct.escape() == layout.escape() && construct.lineEnding().equals(layout.lineEnding())) {
      return construct;
    }
    String text = construct.text();
    String laid = text;
    if (construct.escape() != layout.escape() && construct instanceof Instruction instruction) {
      laid = EscapeLayout.of(instruction, layout.escape());
    }
    if (!construct.lineEnding().equals(layout.lineEnding())) {
      laid = withLineEnding(construct, laid, layout.lineEnding());
    }
    Source source = new Source(laid, layout.escape(), layout.lineEnding());
    Construct result = Constructs.like(construct, source, 0, laid.length());
    if (construct instanceof Instruction was
        && result instanceof Instruction is
        && !EscapeLayout.sameMeaning(was, is)) {
      throw new IllegalArgumentException(
          "with " + layout.escape() + " as escape character this would mean something else: " + text.strip());
    }
    return result;
  }

  /** A text with this line ending, but for the heredocs in it: what they hold is the content of files and scripts. */
  private static String withLineEnding(Construct construct, String text, String lineEnding) {
    boolean holds = construct instanceof Instruction instruction && !instruction.heredocs().isEmpty();
    int content = holds ? text.length() - bodies((Instruction) construct) : text.length();
    return Source.withLineEnding(text.substring(0, content), lineEnding) + text.substring(content);
  }

  /** The length of the text from the first line of a heredoc on. */
  private static int bodies(Instruction instruction) {
    return instruction.length() - instruction.heredocs().head().body().start();
  }
}
