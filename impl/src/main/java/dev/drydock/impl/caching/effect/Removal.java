package dev.drydock.impl.caching.effect;

import dev.drydock.shell.Word;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** A command that removes files, asked what becomes of a directory. */
public interface Removal {

  /** Programs that remove or empty the files whose names they are given, or that pass names on to one. */
  Vector<String> REMOVERS_OF_NAMES = Vector.of("xargs", "rm", "unlink", "shred", "truncate");

  /** What becomes of a directory; a stronger outcome comes later. */
  enum Outcome {
    /** Nothing. */
    NOTHING,
    /** What is in it goes, all or some of it. */
    EMPTIED,
    /** It is to go itself, which fails where it is a mount point (EBUSY). */
    REMOVED,
    /** It cannot be told. */
    UNKNOWN;

    Outcome or(Outcome other) {
      return compareTo(other) >= 0 ? this : other;
    }

    /** One outcome of several, where they are all the same. */
    static Outcome common(Vector<Outcome> outcomes) {
      Vector<Outcome> distinct = outcomes.distinct();
      return distinct.size() == 1 ? distinct.head() : UNKNOWN;
    }
  }

  /**
   * What such a command does to one directory.
   *
   * @param words those of its targets that have to do with it
   * @param targets all that it is told to remove; none where that is not in its words
   * @param places what these words name
   * @param whole whether nothing of what is in the directory stays
   */
  record Removed(
      Invocation invocation,
      Vector<Argument> words,
      Vector<Argument> targets,
      Vector<Place> places,
      Outcome outcome,
      boolean whole) {

    /** Whether nothing of the command is left without these words. */
    public boolean all() {
      return words.size() == targets.size();
    }
  }

  /** What it does to a directory; none where it has nothing to do with it. */
  Option<Removed> of(String directory);

  /** What becomes of a directory. */
  default Outcome outcome(String directory) {
    return of(directory).map(Removed::outcome).getOrElse(Outcome.NOTHING);
  }

  /** Whether the output of a command may come to one that removes: through a pipe, or as its words. */
  static boolean mayBeFedBy(Invocation invocation, Surroundings surroundings) {
    return (invocation.command().inPipeline() || invocation.command().inSubstitution())
        && REMOVERS_OF_NAMES.exists(surroundings::runs);
  }

  /** Whether a variable may hold the directory: its value says so, or the RUN speaks of it where it removes nothing. */
  static boolean mayHold(Word word, String directory, Surroundings surroundings) {
    return word.variables().flatMap(surroundings::fileValue).exists(value -> PathsInText.of(value).concern(directory))
        || surroundings.speaksOf(directory);
  }
}
