package dev.drydock.shell;

import dev.drydock.text.Span;
import dev.drydock.text.TextEdit;
import org.jspecify.annotations.Nullable;

/** The text of a script, or of one within it ({@code bash -c '…'}), and where it lies in the enclosing text. */
final class Source {

  private final String text;
  private final Coordinates coordinates;
  private final @Nullable Source outer;
  private final boolean scattered;
  private boolean broken;
  private boolean mayExit;

  /** Kept without a lock, see {@link dev.drydock.view.View}. */
  private @Nullable Signs signs;

  /**
   * What the text has in it somewhere. Whoever cuts asks it for each command, so that it is looked for once.
   *
   * @param firstHeredoc where the first here-document may be opened; behind the text where none is
   * @param asksForStatus whether it may look at the status with {@code $?}
   * @param definesFunctions whether it may define a function
   */
  record Signs(int firstHeredoc, boolean asksForStatus, boolean definesFunctions) {

    private static Signs of(String text) {
      int heredoc = text.indexOf("<<");
      return new Signs(
          heredoc < 0 ? text.length() : heredoc,
          text.contains("$?") || text.contains("${?}"),
          text.contains("()") || text.contains("function "));
    }
  }

  /** A script that is in no other. */
  Source(String text, Coordinates coordinates) {
    this(text, coordinates, null, false);
  }

  /** A script within this one, from where each of its characters starts and ends here. */
  Source within(String inner, int[] starts, int[] ends) {
    boolean torn = false;
    for (int i = 1; i < starts.length; i++) {
      torn |= starts[i] != ends[i - 1];
    }
    return new Source(inner, coordinates.within(starts, ends), this, torn);
  }

  private Source(
      String text, Coordinates coordinates, @Nullable Source outer, boolean scattered) {
    this.scattered = scattered;
    this.text = text;
    this.coordinates = coordinates;
    this.outer = outer;
  }

  String text() {
    return text;
  }

  Signs signs() {
    Signs known = signs;
    if (known == null) {
      known = Signs.of(text);
      signs = known;
    }
    return known;
  }

  Coordinates coordinates() {
    return coordinates;
  }

  /** The script that it is within; itself where it is within none. */
  Source outer() {
    return outer == null ? this : outer;
  }

  /** The script that is within no other. */
  Source outermost() {
    return outer == null ? this : outer.outermost();
  }

  /** How many scripts it is within. */
  int depth() {
    return outer == null ? 0 : 1 + outer.depth();
  }

  /** Notes, while the script is being read, that reading stopped. */
  void stop() {
    broken = true;
  }

  /** Notes, while the script is being read, that {@code set -e} may come into force somewhere. */
  void mentionErrexit() {
    outermost().mayExit = true;
  }

  /** Whether {@code set -e} may be in force anywhere in the whole script. */
  boolean mentionsErrexit() {
    return outermost().mayExit;
  }

  /** Whether reading stopped in it. */
  boolean broken() {
    return broken;
  }

  /**
   * Whether ranges of it may be cut from the enclosing text: not where reading stopped in it or in one around
   * it, so that how commands hang together is not known, nor where quotes end and begin within it.
   */
  boolean cuttable() {
    return !broken && !scattered && (outer == null || outer.cuttable());
  }

  /** The edit of the outermost text that puts something in the place of a range of this one. */
  TextEdit edit(int start, int end, String replacement) {
    Span span = span(start, end);
    return new TextEdit(span.start(), span.end(), replacement);
  }

  /** A range of the script as one of the enclosing text. */
  Span span(int start, int end) {
    int place = position(start, end);
    return new Span(place, start < end ? coordinates.end(end - 1) : place);
  }

  /** Where a range of the script begins in the enclosing text. */
  int position(int start, int end) {
    if (start < end) {
      return coordinates.start(start);
    }
    return start > 0 ? coordinates.end(start - 1) : text.isEmpty() ? 0 : coordinates.start(0);
  }
}
