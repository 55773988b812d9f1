package dev.drydock.impl.shell;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The words of one command, each as written and, where that is the same each time it runs, as it is got. They are used
 * for one command after another; a command within one of the words has others.
 */
final class Arguments {

  private final String text;
  private final @Nullable Arguments outer;
  private @Nullable Arguments inner;
  private int[] bounds = new int[16];
  private int size;

  Arguments(String text) {
    this(text, null);
  }

  private Arguments(String text, @Nullable Arguments outer) {
    this.text = text;
    this.outer = outer;
  }

  /** Those of a command that begins within one of these words; none yet. */
  Arguments begin() {
    Arguments words = inner;
    if (words == null) {
      words = new Arguments(text, this);
      inner = words;
    }
    words.size = 0;
    return words;
  }

  /** Those of the command that this one is within. */
  Arguments outer() {
    return outer == null ? this : outer;
  }

  void add(int start, int end) {
    if (2 * size == bounds.length) {
      bounds = Arrays.copyOf(bounds, 4 * size);
    }
    bounds[2 * size] = start;
    bounds[2 * size + 1] = end;
    size++;
  }

  int size() {
    return size;
  }

  int start(int index) {
    return bounds[2 * index];
  }

  int end(int index) {
    return bounds[2 * index + 1];
  }

  String raw(int index) {
    return text.substring(start(index), end(index));
  }

  /** Whether the word is {@code name=…}. */
  boolean assigns(int index) {
    int at = start(index);
    if (!Cursor.startsName(text.charAt(at))) {
      return false;
    }
    while (at < end(index) && Cursor.inName(text.charAt(at))) {
      at++;
    }
    return at < end(index) && text.charAt(at) == '=';
  }

  /** The word without its quotes, where nothing in it is expanded; {@code null} elsewhere. */
  @Nullable String value(int index) {
    if (isPlain(index)) {
      return raw(index);
    }
    Unquoted unquoted = unquoted(index);
    return unquoted == null || unquoted.expanded() ? null : unquoted.text();
  }

  /** Whether nothing in it is quoted or expanded. */
  private boolean isPlain(int index) {
    for (int at = start(index); at < end(index); at++) {
      switch (text.charAt(at)) {
        case '\'', '"', '\\', '$', '`', '<', '>', '(', '~' -> {
          return false;
        }
        default -> {}
      }
    }
    return true;
  }

  /** The word without its quotes; variables in double quotes stay as written. {@code null} where more is expanded. */
  @Nullable Unquoted unquoted(int index) {
    return StaticWord.read(text, start(index), end(index));
  }
}
