package dev.drydock.shell;

import dev.drydock.text.Span;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;

/** A simple command while it is being read. */
final class CommandDraft {

  private final Source source;
  private final int start;
  private final List<Assignment> assignments = new ArrayList<>();
  private final List<Word> words = new ArrayList<>();
  private final List<Redirection> redirections = new ArrayList<>();
  private final List<Pending> pending = new ArrayList<>();

  /** An assignment or a redirection whose word has not come yet. */
  private record Pending(int begin, int namedFrom, int namedTo, boolean redirects, boolean appends) {}

  CommandDraft(Source source, int start) {
    this.source = source;
    this.start = start;
  }

  Source source() {
    return source;
  }

  void assignment(int from, int nameEnd, boolean appends) {
    pending.add(new Pending(from, from, nameEnd, false, appends));
  }

  void redirection(int from, int operatorStart, int operatorEnd) {
    pending.add(new Pending(from, operatorStart, operatorEnd, true, false));
  }

  void add(Word word) {
    if (pending.isEmpty()) {
      words.add(word);
      return;
    }
    Pending target = pending.remove(pending.size() - 1);
    String text = source.text();
    Span span = source.span(target.begin, word.end());
    String named = text.substring(target.namedFrom, target.namedTo);
    if (target.redirects) {
      String descriptor = text.substring(target.begin, target.namedFrom);
      redirections.add(new Redirection(descriptor, named, word, span));
    } else {
      assignments.add(new Assignment(named, word, span, target.appends, true));
    }
  }

  /** The command with all its words. */
  SimpleCommand whole(Element place, int end, Option<SimpleCommand> runBy, RunAs user, ShellState state) {
    return new SimpleCommand(
        place,
        start,
        end,
        vector(assignments),
        vector(words),
        vector(redirections),
        runBy,
        user,
        state,
        state);
  }

  /** The command that consists of its words from one on, with the assignments just before that. */
  SimpleCommand inner(SimpleCommand runner, int assignmentsFrom, int firstWord, RunAs user, boolean resets) {
    Vector<Word> own = Vector.ofAll(words.subList(firstWord, words.size()));
    return new SimpleCommand(
        runner.place(),
        words.get(assignmentsFrom).start(),
        own.last().end(),
        assignments(assignmentsFrom, firstWord),
        own,
        Vector.empty(),
        Option.some(runner),
        user,
        runner.state(),
        runner.forProgram(resets));
  }

  private static <T> Vector<T> vector(List<T> elements) {
    return elements.isEmpty() ? Vector.empty() : Vector.ofAll(elements);
  }

  private Vector<Assignment> assignments(int from, int to) {
    return from == to ? Vector.empty() : Vector.ofAll(words.subList(from, to)).flatMap(Word::asAssignment);
  }
}
