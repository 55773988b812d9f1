package dev.drydock.impl.shell;

import dev.drydock.shell.SimpleCommand;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A simple command as a reader of shell text sees it, so that what two readers see can be compared.
 *
 * @param words its words in order; of {@code export} and the like the first alone
 * @param assignments where those before its words begin; of {@code export} and the like none
 * @param places what it stands in
 */
record PeerCommand(List<PeerWord> words, List<Integer> assignments, SortedSet<Place> places) {

  /** Commands that shfmt reads in a way of their own, in which their arguments are no words. */
  private static final Set<String> DECLARES =
      Set.of("export", "declare", "local", "readonly", "typeset", "nameref", "let");

  /** What a command may stand in. */
  enum Place {
    SUBSTITUTION,
    SUBSHELL,
    LOOP,
    /** The lines of a here-document, whose commands are not placed with the one that it belongs to. */
    HEREDOC
  }

  /**
   * A word, from {@code start} to {@code end}.
   *
   * @param value what the command gets; {@code null} where that is known only when it runs, and of words with {@code
   *     $'…'}, whose value shfmt does not tell
   */
  record PeerWord(int start, int end, @Nullable String value) {

    /** A word of a text; a joined line behind it is no part of it. */
    static PeerWord of(String text, int start, int end, @Nullable String value) {
      int to = end;
      while (to - 2 > start && text.startsWith("\\\n", to - 2)) {
        to -= 2;
      }
      return new PeerWord(start, to, text.substring(start, to).contains("$'") ? null : value);
    }
  }

  static PeerCommand of(String text, List<PeerWord> words, List<Integer> assignments, SortedSet<Place> places) {
    boolean declares =
        !words.isEmpty() && DECLARES.contains(text.substring(words.get(0).start(), words.get(0).end()));
    return declares
        ? new PeerCommand(words.subList(0, 1), List.of(), places)
        : new PeerCommand(words, assignments, places);
  }

  /** A command that the shell itself runs, as we read it. */
  static PeerCommand of(String text, SimpleCommand command) {
    SortedSet<Place> places = new TreeSet<>();
    if (command.inSubstitution()) {
      places.add(Place.SUBSTITUTION);
    }
    if (command.inSubshell()) {
      places.add(Place.SUBSHELL);
    }
    if (command.inLoop()) {
      places.add(Place.LOOP);
    }
    return of(
        text,
        command
            .words()
            .map(word -> PeerWord.of(text, word.span().start(), word.span().end(), word.value().getOrNull()))
            .toJavaList(),
        command.assignments().map(assignment -> assignment.span().start()).toJavaList(),
        places);
  }

  int start() {
    return assignments.isEmpty() ? words.get(0).start() : assignments.get(0);
  }

  /** Whether another reader sees the same; where it stands counts but for lines of here-documents. */
  boolean agreesWith(PeerCommand other) {
    boolean placed = !other.places.contains(Place.HEREDOC);
    return words.equals(other.words)
        && assignments.equals(other.assignments)
        && (!placed || places.equals(other.places));
  }
}
