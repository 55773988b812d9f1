package dev.drydock.view;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A view of an immutable value: read on first use and then kept. This is the one way in which values keep what they
 * have read.
 *
 * <p>Thread-safe: a view is read once, under the view's own lock, and published by a volatile write. Threads that ask
 * meanwhile wait and are given the same instance. Reading must come to an end without asking for the same view again.
 *
 * <p>An instruction keeps its lexical parts, and a command its words, in the same steps but without an object of this
 * class, since a file has very many of them.
 *
 * <p>What is found quickly and is equal each time, such as the text of a word, is kept in a field without a lock. Threads
 * that ask at once may each find it, and nobody can tell. Such a thing has only final fields, so that whoever sees it sees all of it
 * (Java Language Specification 17.5).
 */
public final class View<T> {

  private volatile @Nullable T value;

  /** A view that nobody has asked for yet. */
  public View() {}

  /** The view; where nobody has asked before, it is read in this way. */
  public T get(Supplier<? extends T> reading) {
    T known = value;
    return known != null ? known : read(reading);
  }

  private synchronized T read(Supplier<? extends T> reading) {
    T known = value;
    if (known == null) {
      known = reading.get();
      value = known;
    }
    return known;
  }
}
