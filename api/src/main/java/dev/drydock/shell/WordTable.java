package dev.drydock.shell;

import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of a script's commands as rows of numbers, of which {@link Word}s are made when somebody asks for them. The
 * words of one command lie next to each other. Filled while the script is read, and never changed afterwards.
 */
final class WordTable {

  /** What a row holds: where the word starts, where it ends, and the index of its parts. */
  private static final int START = 0;
  private static final int END = 1;
  private static final int PARTS = 2;
  private static final int ROW = 3;

  /** In place of an index: the word is its text, and nothing in it is quoted or expanded. */
  private static final int PLAIN = -1;

  private int[] rows = {};
  private int size;
  private final List<List<WordPart>> parts = new ArrayList<>(0);

  /** The words of commands that are still being read, those of inner commands after those of outer ones. */
  private int[] open = new int[8 * ROW];

  private int opened;

  /** How many words are open: those of a command that begins here come after them. */
  int opened() {
    return opened;
  }

  void add(int start, int end, @Nullable List<WordPart> made) {
    if ((opened + 1) * ROW > open.length) {
      open = Arrays.copyOf(open, 2 * open.length);
    }
    int at = opened++ * ROW;
    open[at + START] = start;
    open[at + END] = end;
    open[at + PARTS] = made == null ? PLAIN : parts.size();
    if (made != null) {
      parts.add(made);
    }
  }

  /** The open words from one on are all words of a command; the index of their first row. */
  int take(int from) {
    int first = size;
    size += opened - from;
    if (size * ROW > rows.length) {
      rows = Arrays.copyOf(rows, Math.max(size, 2 * first) * ROW);
    }
    System.arraycopy(open, from * ROW, rows, first * ROW, (opened - from) * ROW);
    opened = from;
    return first;
  }

  /** The open words from one on belong to no command. */
  void drop(int from) {
    opened = from;
  }

  /** All commands are read. */
  void close() {
    rows = Arrays.copyOf(rows, size * ROW);
    open = rows;
  }

  int start(int row) {
    return rows[row * ROW + START];
  }

  int end(int row) {
    return rows[row * ROW + END];
  }

  /** What the word is made of; {@code null} where it is its text and nothing is quoted or expanded, as most words are. */
  private @Nullable List<WordPart> parts(int row) {
    int index = rows[row * ROW + PARTS];
    return index == PLAIN ? null : parts.get(index);
  }

  boolean isPlain(int row) {
    return rows[row * ROW + PARTS] == PLAIN;
  }

  /** The words of some rows, which are ranges of this text. */
  Vector<Word> words(Source source, int first, int count) {
    if (count == 0) {
      return Vector.empty();
    }
    Word[] words = new Word[count];
    for (int i = 0; i < count; i++) {
      words[i] = new Word(source, start(first + i), end(first + i), parts(first + i));
    }
    return Vector.of(words);
  }
}
