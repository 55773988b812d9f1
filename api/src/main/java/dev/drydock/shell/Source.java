package dev.drydock.shell;

import dev.drydock.dockerfile.Span;
import org.jspecify.annotations.Nullable;

/** The text of a script, or of one within it ({@code bash -c '…'}), and where it lies in the enclosing text. */
final class Source {

  private final String text;
  private final Coordinates coordinates;
  private final @Nullable Source outer;
  private boolean broken;
  private boolean mayExit;

  Source(String text, Coordinates coordinates, @Nullable Source outer) {
    this.text = text;
    this.coordinates = coordinates;
    this.outer = outer;
  }

  String text() {
    return text;
  }

  Coordinates coordinates() {
    return coordinates;
  }

  /** The script that is within no other. */
  Source outermost() {
    return outer == null ? this : outer.outermost();
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

  /** Whether reading stopped in it or in one around it, so that how commands hang together is not known. */
  boolean broken() {
    return broken || (outer != null && outer.broken());
  }

  /** A range of the script as one of the enclosing text. */
  Span span(int start, int end) {
    if (start < end) {
      return new Span(coordinates.start(start), coordinates.end(end - 1));
    }
    int place = start > 0 ? coordinates.end(start - 1) : text.isEmpty() ? 0 : coordinates.start(0);
    return new Span(place, place);
  }
}
