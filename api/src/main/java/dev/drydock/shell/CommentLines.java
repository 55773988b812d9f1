package dev.drydock.shell;

import io.vavr.collection.Vector;
import java.util.regex.Pattern;

/**
 * The lines of comments among the lines of one command. Those above a command that goes are about it, or they hold
 * arguments of the command before it that somebody took out: {@code # python3 \}.
 */
record CommentLines(Vector<String> lines) {

  private static final CommentLines NONE = new CommentLines(Vector.empty());

  private static final String CLEANING =
      "clean\\w*|tidy|remov\\w*|purg\\w*|delet\\w*|caches?|cached|lists?|layers?|image|size|small\\w*";

  /** What is said in a sentence, or in a word of cleaning up; and not the name of a package. */
  private static final Pattern WORDS =
      Pattern.compile("(?i).*(?<![\\w-])(" + CLEANING + "|the|an?|is|are|to|and|for|of|we|not|this|after|so)(?![\\w-]).*");

  private static final Pattern OF_CLEANING = Pattern.compile("(?i).*(?<![\\w-])(" + CLEANING + ")(?![\\w-]).*");

  /** Those of a text; its first line is the rest of one that holds something else. */
  static CommentLines in(String text) {
    return text.indexOf('#') < 0 ? NONE : of(text);
  }

  private static CommentLines of(String text) {
    return new CommentLines(
        Vector.of(text.split("(?<=\n)", -1)).drop(1).filter(line -> line.stripLeading().startsWith("#")));
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Whether they say something in words, and none of them is continued as an argument is. */
  boolean areInWords() {
    return lines.exists(line -> WORDS.matcher(line.strip()).matches())
        && lines.forAll(line -> !line.strip().matches(".*[\\\\`]"));
  }

  /**
   * Whether they are about what stands before them: all of them further to the right than the line below them, as arguments
   * are, and the first does not speak of cleaning up.
   */
  boolean belongAbove(int indentation) {
    return !isEmpty()
        && lines.forAll(line -> line.length() - line.stripLeading().length() > indentation)
        && !OF_CLEANING.matcher(lines.head().strip()).matches();
  }

  String text() {
    return lines.mkString();
  }
}
